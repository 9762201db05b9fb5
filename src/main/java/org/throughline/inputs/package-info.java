/// Inputs: drafts, answers, on whose behalf, endorsers, consent and its history, publication.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "ledger",
            "files",
            "mail",
            "search",
            "tables",
            "vocabulary",
            "directory",
            "reviews",
            "calls"
        })
@NullMarked
package org.throughline.inputs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
