package org.throughline.ledger;

import java.util.ArrayList;
import java.util.List;

/// What verification saw, step by step, in the order it looked.
public record Verification(Document document, List<Finding> findings) {

    /// What kind of document was looked at.
    public enum Document {
        RECEIPT,
        CHECKPOINTS,
        SUMMARY,
        REPORT,
        ARCHIVE
    }

    public Verification {
        findings = List.copyOf(findings);
    }

    /// Nothing was found broken, and something was found to hold.
    public boolean holds() {
        return broken() == 0 && findings.stream().anyMatch(finding -> finding.outcome() == Finding.Outcome.HOLDS);
    }

    public long broken() {
        return findings.stream()
                .filter(finding -> finding.outcome() == Finding.Outcome.BROKEN)
                .count();
    }

    /// Collects findings while verification goes on.
    static final class Log {

        // More than that nobody reads, and a file made for it could fill the memory.
        private static final int MOST_BROKEN = 1_000;

        private final List<Finding> findings = new ArrayList<>();
        private int broken;

        void add(Finding.Check check, Object... arguments) {
            var finding = new Finding(check, List.of(arguments));
            if (finding.outcome() == Finding.Outcome.BROKEN && ++broken > MOST_BROKEN) return;
            findings.add(finding);
        }

        /// Adds one of the two, by whether the first is so.
        boolean either(boolean holds, Finding.Check yes, Finding.Check no, Object... arguments) {
            add(holds ? yes : no, arguments);
            return holds;
        }

        Verification end(Document document) {
            return new Verification(document, findings);
        }
    }
}
