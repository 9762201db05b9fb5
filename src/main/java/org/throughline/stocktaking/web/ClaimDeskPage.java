package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.OwnershipClaims.Claim;

/// The claims that wait, for the secretariat.
public record ClaimDeskPage(List<Claim> claims) {}
