package org.throughline.calls.web;

import java.util.List;

/// Every public call by where it stands; drafts for the secretariat only.
public record CallIndexPage(
        List<CallLine> open, List<CallLine> upcoming, List<CallLine> closed, List<CallLine> drafts) {}
