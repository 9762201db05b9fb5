package org.throughline.chain;

import java.util.List;
import org.throughline.platform.Refusal;

/// What the chain refuses.
public final class ChainRefusals {

    private ChainRefusals() {}

    static Refusal taken() {
        return new Refusal("output-name-taken", 409, "chain.problem.taken");
    }

    static Refusal wrong(List<ChainRules.Fault> faults) {
        return switch (faults.getFirst().wrong()) {
            case SELF -> new Refusal("link-to-itself", 422, "chain.problem.self");
            case MISSING_FROM, MISSING_TO -> new Refusal("no-such-output", 422, "chain.problem.missing");
            case BACK_IN_TIME -> outOfTime();
            case CIRCLE -> new Refusal("link-in-a-circle", 422, "chain.problem.circle.closed");
            case TWICE -> new Refusal("link-twice", 409, "chain.problem.twice");
        };
    }

    static Refusal outOfTime() {
        return new Refusal("link-back-in-time", 422, "chain.problem.time.back");
    }

    static Refusal tied() {
        return new Refusal("output-tied", 409, "chain.problem.tied");
    }

    /// @param title in the reader's language
    public static Refusal withdrawn(String title, String reason) {
        return new Refusal("output-withdrawn", 410, "chain.problem.withdrawn", title, reason);
    }
}
