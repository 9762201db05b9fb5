package org.throughline.inputs;

import org.throughline.platform.Refusal;

/// Why something cannot be done with an input.
final class InputRefusals {

    private InputRefusals() {}

    static Refusal callNotOpen() {
        return new Refusal("call-not-open", 409, "inputs.problem.call-not-open");
    }

    static Refusal withdrawn() {
        return new Refusal("input-withdrawn", 409, "inputs.problem.withdrawn");
    }

    static Refusal noConsentToText() {
        return new Refusal("no-consent-to-text", 409, "inputs.problem.no-consent-to-text");
    }

    static Refusal reasonMissing() {
        return new Refusal("reason-missing", 422, "inputs.problem.reason-missing");
    }

    static Refusal duplicateOfItself() {
        return new Refusal("duplicate-of-itself", 422, "inputs.problem.duplicate-of-itself");
    }

    static Refusal keyReused() {
        return new Refusal("idempotency-key-reused", 422, "inputs.problem.key-reused");
    }

    static Refusal alreadyImported(String key) {
        return new Refusal("already-imported", 409, "inputs.problem.already-imported", key);
    }
}
