/// What an operator does with the program: start and stop it, load the demo world, back up and restore, measure.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "tables",
            "audit",
            "ledger",
            "directory",
            "documents",
            "reviews",
            "calls",
            "chain",
            "inputs",
            "letters",
            "mandates",
            "reports",
            "roadmaps",
            "stocktaking",
            "suggestions",
            "synthesis",
            "vocabulary"
        })
@NullMarked
package org.throughline.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
