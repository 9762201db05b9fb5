package org.throughline.citations;

import org.throughline.platform.Refusal;

/// What a request to look for citations can be refused for.
public final class CitationRefusals {

    private CitationRefusals() {}

    static Refusal nothingToRead() {
        return new Refusal("text-empty", 422, "citations.problem.empty");
    }

    /// @param most how many characters are read
    static Refusal tooLong(int most) {
        return new Refusal("text-too-long", 422, "citations.problem.too-long", most);
    }

    static Refusal noDate() {
        return new Refusal("date-unknown", 422, "citations.problem.date");
    }

    static Refusal nothingChosen() {
        return new Refusal("nothing-chosen", 422, "citations.problem.nothing-chosen");
    }

    static Refusal reasonMissing() {
        return new Refusal("reason-missing", 422, "citations.problem.reason-missing");
    }

    /// @param most how many characters a reason may have
    static Refusal reasonTooLong(int most) {
        return new Refusal("reason-too-long", 422, "citations.problem.reason-too-long", most);
    }

    /// @param where line and column
    public static Refusal malformed(String where) {
        return new Refusal("malformed-json", 400, "citations.problem.malformed", where);
    }

    /// @param megabytes the most that is taken
    public static Refusal bodyTooLarge(int megabytes) {
        return new Refusal("too-large", 413, "citations.problem.body", megabytes);
    }
}
