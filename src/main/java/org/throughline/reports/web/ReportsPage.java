package org.throughline.reports.web;

import java.time.Instant;
import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.reports.PublishedReport;

/// All reports that are public, in their newest editions.
public record ReportsPage(List<PublishedReport> reports, Instant now) {

    public String edition(Frame frame, PublishedReport report) {
        return ReportWords.edition(report, frame.texts());
    }

    public boolean open(PublishedReport report) {
        return report.takesComments(now);
    }
}
