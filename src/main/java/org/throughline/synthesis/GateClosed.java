package org.throughline.synthesis;

import org.throughline.platform.Refusal;

/// The summary may not be published: [SentenceGate] names every sentence and reason. Nothing was published.
public class GateClosed extends Refusal {

    GateClosed(int findings) {
        super("gate-closed", 409, "synthesis.problem.gate-closed", findings);
    }
}
