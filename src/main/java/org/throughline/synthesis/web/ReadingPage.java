package org.throughline.synthesis.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.ReadingList.Counts;
import org.throughline.synthesis.ReadingList.Line;
import org.throughline.synthesis.ReadingList.Stage;
import org.throughline.vocabulary.TermNames;

/// The published inputs as an analyst goes through them.
///
/// @param query which of them are shown
/// @param aim what passages are marked for
/// @param more whether there are more after these
public record ReadingPage(
        Call call,
        Draft draft,
        ReadingQuery query,
        Aim aim,
        Counts counts,
        List<Line> lines,
        boolean more,
        List<Option> types,
        List<Option> regions,
        List<Option> questions,
        TermNames names) {

    public String base() {
        return Workspace.base(draft);
    }

    public String words() {
        return query.wanted().words();
    }

    public String stageWord() {
        return query.wanted().stage().word();
    }

    public boolean at(Stage stage) {
        return query.wanted().stage() == stage;
    }

    public String queryText() {
        return query.text() + aim.text();
    }

    public String queryAt(Stage stage) {
        return "?" + query.at(stage) + aim.text();
    }

    public String label(Frame frame, Stage stage) {
        long inputs = counts.at(stage);
        return switch (stage) {
            case ALL -> frame.t("synthesis.reading.all", inputs);
            case UNUSED -> frame.t("synthesis.reading.unused", inputs);
            case UNMARKED -> frame.t("synthesis.reading.unmarked", inputs);
            case USED -> frame.t("synthesis.reading.used", inputs);
        };
    }

    public String address(Frame frame, Line line) {
        return frame.url(base() + "/inputs/" + line.number()) + "?" + queryText();
    }

    public String name(Frame frame, Line line) {
        return line.name().isEmpty()
                ? frame.t("synthesis.summary.unnamed", line.number())
                : line.number() + " · " + line.name();
    }

    public boolean first() {
        return query.after() == 0;
    }

    public String next() {
        return "?" + query.from(lines.getLast().number()) + aim.text();
    }
}
