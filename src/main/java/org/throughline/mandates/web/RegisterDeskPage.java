package org.throughline.mandates.web;

import java.util.List;
import org.throughline.mandates.Entry;

/// Where the secretariat begins to keep the register.
public record RegisterDeskPage(List<Entry> bodies) {}
