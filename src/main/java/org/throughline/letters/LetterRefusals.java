package org.throughline.letters;

import org.throughline.platform.Refusal;

/// What the register of addressees and circular letters refuse.
public final class LetterRefusals {

    private LetterRefusals() {}

    static Refusal addresseeThere() {
        return new Refusal("addressee-there", 409, "letters.problem.addressee-there");
    }

    static Refusal notYet() {
        return new Refusal("focal-point-not-yet", 422, "letters.problem.not-yet");
    }

    static Refusal beforeTheEarlier() {
        return new Refusal("focal-point-too-early", 422, "letters.problem.too-early");
    }

    static Refusal dispatched() {
        return new Refusal("letter-dispatched", 409, "letters.problem.dispatched");
    }

    static Refusal notWhole() {
        return new Refusal("letter-not-whole", 422, "letters.problem.not-whole");
    }

    static Refusal nobody() {
        return new Refusal("letter-to-nobody", 422, "letters.problem.nobody");
    }

    public static Refusal linkOver() {
        return new Refusal("letter-link-over", 404, "letters.problem.link-over");
    }

    static Refusal declined() {
        return new Refusal("letter-declined", 409, "letters.problem.declined");
    }

    static Refusal notOpen() {
        return new Refusal("letter-not-open", 409, "letters.problem.not-open");
    }

    static Refusal deadlinePassed() {
        return new Refusal("letter-deadline-passed", 409, "letters.problem.deadline-passed");
    }

    static Refusal extensionNotLater() {
        return new Refusal("letter-extension-not-later", 422, "letters.problem.extension-not-later");
    }

    static Refusal extensionReason() {
        return new Refusal("letter-extension-reason", 422, "letters.problem.extension-reason");
    }

    static Refusal noSuchInput(int number) {
        return new Refusal("letter-no-such-input", 422, "letters.problem.no-such-input", number);
    }

    static Refusal answerTied() {
        return new Refusal("letter-answer-tied", 409, "letters.problem.answer-tied");
    }

    static Refusal noResultYet() {
        return new Refusal("letter-no-result-yet", 409, "letters.problem.no-result-yet");
    }

    static Refusal reasonMissing() {
        return new Refusal("note-reason-missing", 422, "letters.problem.reason-missing");
    }
}
