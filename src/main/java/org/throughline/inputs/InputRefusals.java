package org.throughline.inputs;

import java.time.Duration;
import java.util.Map;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;

/// Why something cannot be done with an input.
public final class InputRefusals {

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

    static Refusal familyOfOne() {
        return new Refusal("family-of-one", 422, "inputs.problem.family-of-one");
    }

    static Refusal notToAdd() {
        return new Refusal("not-to-add", 422, "inputs.family.add.wrong");
    }

    static Refusal keyReused() {
        return new Refusal("idempotency-key-reused", 422, "inputs.problem.key-reused");
    }

    static Refusal alreadyImported(String key) {
        return new Refusal("already-imported", 409, "inputs.problem.already-imported", key);
    }

    /// The body of a request is no JSON, or not of the form that inputs have.
    public static Refusal malformed(String where) {
        return new Refusal("malformed-json", 400, "inputs.api.malformed", where);
    }

    public static Refusal keyMalformed() {
        return new Refusal("idempotency-key-malformed", 400, "inputs.api.key-malformed");
    }

    /// @param megabytes the most that is taken
    public static Refusal tooLarge(long megabytes) {
        return new Refusal("too-large", 413, "inputs.api.too-large", megabytes);
    }

    /// An input that was public once.
    public static Refusal gone(Tombstone tombstone) {
        String key = switch (tombstone.state()) {
            case "withdrawn" -> "inputs.api.gone-withdrawn";
            case "duplicate" -> "inputs.api.gone-duplicate";
            default -> "inputs.api.gone-unpublished";
        };
        return new Refusal("input-gone", 410, key) {
            @Override
            public Map<String, Object> details(Messages.Texts texts) {
                return Map.of(
                        "number",
                        tombstone.number(),
                        "state",
                        tombstone.state(),
                        "goneAt",
                        tombstone.goneAt().toString());
            }
        };
    }

    static Refusal tooManyInputs() {
        return new Refusal("too-many-inputs", 429, "inputs.problem.too-many-inputs").after(Duration.ofHours(1));
    }

    static Refusal draftSent() {
        return new Refusal("draft-sent", 409, "inputs.form.problem.draft-sent");
    }

    static Refusal tooManyFiles(int most) {
        return new Refusal("too-many-files", 422, "inputs.violation.too-many-files", most + 1, most);
    }
}
