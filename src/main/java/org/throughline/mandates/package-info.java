/// Instruments of the bodies that decide (resolutions, declarations, plans of action), their revisions and paragraphs,
/// what they say of one another, and how sure each of these facts is.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "citations",
            "search",
            "vocabulary",
            "reviews",
            "directory",
            "groups"
        })
@NullMarked
package org.throughline.mandates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
