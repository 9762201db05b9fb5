package org.throughline.reports.web;

import java.util.List;
import org.throughline.reports.Report;
import org.throughline.vocabulary.Term;

/// All reports on their makers' desk, and the kinds that can be begun.
public record WorksPage(List<Report> reports, List<Term> regions) {}
