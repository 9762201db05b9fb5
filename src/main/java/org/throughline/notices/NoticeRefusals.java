package org.throughline.notices;

import org.throughline.platform.Refusal;

/// What the module refuses, in words that help.
final class NoticeRefusals {

    private NoticeRefusals() {}

    static Refusal noWords() {
        return new Refusal("letter-without-words", 409, "notices.problem.letter-without-words");
    }

    static Refusal fourEyes() {
        return new Refusal("letter-needs-another", 409, "notices.problem.letter-needs-another");
    }
}
