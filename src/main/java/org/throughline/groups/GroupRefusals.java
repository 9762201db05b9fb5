package org.throughline.groups;

import org.throughline.platform.Refusal;

/// What is refused, in words that people can act on.
final class GroupRefusals {

    private GroupRefusals() {}

    static Refusal codeTaken() {
        return new Refusal("group-code-in-use", 409, "groups.problem.code-taken");
    }

    static Refusal seatThere() {
        return new Refusal("seat-there", 409, "groups.problem.seat-there");
    }

    static Refusal reasonMissing() {
        return new Refusal("reason-missing", 422, "groups.problem.retire-reason");
    }

    static Refusal numberTaken(String number) {
        return new Refusal("meeting-number-in-use", 409, "groups.problem.number-taken", number);
    }

    static Refusal itemTaken(String number) {
        return new Refusal("agenda-number-in-use", 409, "groups.problem.item-taken", number);
    }

    static Refusal registrationClosed() {
        return new Refusal("registration-closed", 409, "groups.problem.registration-closed");
    }

    static Refusal withdrawn() {
        return new Refusal("registration-withdrawn", 410, "groups.problem.withdrawn");
    }

    static Refusal stepOutOfOrder() {
        return new Refusal("step-out-of-order", 409, "groups.problem.step-order");
    }
}
