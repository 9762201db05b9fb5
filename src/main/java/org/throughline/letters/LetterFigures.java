package org.throughline.letters;

/// How far a letter has come, counted in addressees.
///
/// @param entitled to whom it was addressed, whether a mail could be sent to them or not
/// @param sent to whom a mail was handed over
/// @param replied whose valid reply came in time
/// @param late whose reply came after the deadline; it is kept and does not count
public record LetterFigures(
        long entitled, long sent, long acknowledged, long replied, long late, long approve, long reject, long abstain) {

    public static final LetterFigures NONE = new LetterFigures(0, 0, 0, 0, 0, 0, 0, 0);

    /// Who has not answered in time.
    public long silent() {
        return entitled - replied;
    }
}
