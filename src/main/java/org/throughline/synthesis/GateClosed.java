package org.throughline.synthesis;

import java.util.List;
import org.throughline.platform.Refusal;

/// The summary may not be published; names every sentence and reason. Nothing was published.
public class GateClosed extends Refusal {

    private final transient List<GateFinding> findings;

    GateClosed(List<GateFinding> findings) {
        super("gate-closed", 409, "synthesis.problem.gate-closed", findings.size());
        this.findings = List.copyOf(findings);
    }

    public List<GateFinding> findings() {
        return findings;
    }
}
