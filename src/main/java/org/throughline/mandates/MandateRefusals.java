package org.throughline.mandates;

import java.time.Instant;
import org.throughline.platform.Refusal;

/// What those who keep or read the register are refused, in words.
final class MandateRefusals {

    private MandateRefusals() {}

    static Refusal there() {
        return new Refusal("fact-there", 409, "mandates.problem.fact-there");
    }

    static Refusal reasonMissing() {
        return new Refusal("reason-missing", 422, "mandates.problem.retire-reason");
    }

    static Refusal hasTasks() {
        return new Refusal("has-tasks", 409, "mandates.problem.has-tasks");
    }

    static Refusal onlyRevision() {
        return new Refusal("only-revision", 409, "mandates.problem.only-revision");
    }

    /// The instrument was taken off the register, for a reason that all may read.
    static Refusal retired(Instant at, String reason) {
        return new Refusal("instrument-retired", 410, "mandates.problem.retired", java.util.Date.from(at), reason);
    }

    /// The task was taken back, for a reason that all may read.
    static Refusal retiredTask(Instant at, String reason) {
        return new Refusal("task-retired", 410, "mandates.problem.task-retired", java.util.Date.from(at), reason);
    }
}
