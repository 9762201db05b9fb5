/// Calls for inputs: their words, window, extensions, and the questionnaire by version.
@ApplicationModule(
        allowedDependencies = {"platform", "audit", "citations", "ledger", "search", "vocabulary", "reviews"})
@NullMarked
package org.throughline.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
