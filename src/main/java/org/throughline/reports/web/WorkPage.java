package org.throughline.reports.web;

import java.util.List;
import java.util.Map;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.reports.Edition;
import org.throughline.reports.Report;

/// A report on its makers' desk: its recipe in words, its editions, and how to make the next.
///
/// @param waiting comments that nobody decided about, by edition
public record WorkPage(
        Report report,
        String scope,
        List<Edition> editions,
        Map<Integer, Long> waiting,
        Typed typed,
        FormErrors errors) {

    public boolean canMake() {
        return editions.stream().allMatch(Edition::isPublished);
    }

    public String edition(Frame frame, Edition edition) {
        return ReportWords.stage(edition.stage(), edition.number(), frame.texts());
    }

    public String state(Frame frame, Edition edition) {
        return EditionPage.state(frame, edition);
    }
}
