/// Who is told what: letters to all members, what people follow and the digests of it, the yearly call to keep
/// entries of the register up to date; and what members show of themselves. Listens to the rest; nothing uses it.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "mail",
            "search",
            "vocabulary",
            "directory",
            "stocktaking",
            "roadmaps"
        })
@NullMarked
package org.throughline.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
