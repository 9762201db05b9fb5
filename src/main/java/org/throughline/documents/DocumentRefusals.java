package org.throughline.documents;

import org.throughline.platform.Refusal;

/// What is refused about documents, in words.
public final class DocumentRefusals {

    private DocumentRefusals() {}

    static Refusal notInThisState() {
        return new Refusal("document-not-in-this-state", 409, "documents.problem.state");
    }

    static Refusal reasonMissing() {
        return new Refusal("reason-missing", 422, "documents.problem.reason");
    }

    static Refusal notWhole() {
        return new Refusal("document-not-whole", 422, "documents.problem.not-whole");
    }

    static Refusal tooManyDrafts(int most) {
        return new Refusal("too-many-drafts", 429, "documents.problem.too-many-drafts", most);
    }

    static Refusal tooManyFiles(int most) {
        return new Refusal("too-many-files", 422, "documents.problem.too-many-files", most);
    }

    static Refusal noSymbol() {
        return new Refusal("no-such-symbol", 422, "documents.problem.symbol");
    }

    static Refusal symbolTaken(String symbol) {
        return new Refusal("symbol-taken", 409, "documents.problem.symbol-taken", symbol);
    }

    static Refusal parentMissing() {
        return new Refusal("changed-document-missing", 409, "documents.problem.parent");
    }

    static Refusal dateMissing() {
        return new Refusal("date-missing", 422, "documents.problem.date-missing");
    }

    /// What is left of a document that was withdrawn.
    ///
    /// @param reason for which it was, as the secretariat wrote it
    static Refusal gone(String symbol, String reason) {
        return new Refusal("document-withdrawn", 410, "documents.problem.gone", symbol, reason);
    }
}
