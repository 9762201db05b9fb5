/// From inputs to a summary: passages, themes, sentences with their sources, the gate that a summary must pass,
/// editions.
@ApplicationModule(
        allowedDependencies = {"platform", "audit", "citations", "ledger", "search", "vocabulary", "calls", "inputs"})
@NullMarked
package org.throughline.synthesis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
