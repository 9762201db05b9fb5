/// Giving the register away as a whole: dumps with their cards and fingerprints, the catalogue, harvesting, feeds of
/// what changed, and the marks by which programs find their way. Nothing in it asks for more than everybody may see.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "ledger",
            "vocabulary",
            "directory",
            "calls",
            "inputs",
            "stocktaking"
        })
@NullMarked
package org.throughline.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
