package org.throughline.letters.web;

import java.util.ArrayList;
import java.util.List;
import org.throughline.letters.CircularKind;
import org.throughline.letters.LetterFigures;
import org.throughline.platform.Messages.Texts;
import org.throughline.platform.Moments;

/// The count of a letter as a table: what is counted, how many addressees.
public record FiguresView(List<Row> rows) {

    public record Row(String what, String count) {}

    /// @param closed whether no more can come in time
    /// @param votes whether what was said may be counted out
    static FiguresView of(Texts texts, CircularKind kind, LetterFigures count, boolean closed, boolean votes) {
        Moments moments = Moments.in(texts.language());
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(texts.of("letters.figures.entitled"), moments.number(count.entitled())));
        rows.add(new Row(texts.of("letters.figures.sent"), moments.number(count.sent())));
        rows.add(new Row(texts.of("letters.figures.acknowledged"), moments.number(count.acknowledged())));
        if (kind == CircularKind.INFORMATION) return new FiguresView(rows);
        rows.add(new Row(texts.of("letters.figures.replied"), moments.number(count.replied())));
        if (kind == CircularKind.DECISION && votes) {
            rows.add(new Row(texts.of("letters.figures.approve"), moments.number(count.approve())));
            rows.add(new Row(texts.of("letters.figures.reject"), moments.number(count.reject())));
            rows.add(new Row(texts.of("letters.figures.abstain"), moments.number(count.abstain())));
        }
        rows.add(new Row(
                texts.of(closed ? "letters.figures.silent" : "letters.figures.silent-yet"),
                moments.number(count.silent())));
        rows.add(new Row(texts.of("letters.figures.late"), moments.number(count.late())));
        return new FiguresView(rows);
    }
}
