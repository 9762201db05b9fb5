/// The register of projects: collections with forms as data, entries with every revision, what of them is public,
/// and finding them by words and facets.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "ledger",
            "files",
            "mail",
            "search",
            "suggestions",
            "tables",
            "vocabulary",
            "directory",
            "suggestions"
        })
@NullMarked
package org.throughline.stocktaking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
