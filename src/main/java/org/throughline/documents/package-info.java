/// Numbered documents of bodies that meet: how they are written, received, numbered and posted, in which
/// languages they stand, what they cite and what changes them.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "ledger",
            "files",
            "tables",
            "mail",
            "search",
            "citations",
            "vocabulary",
            "reviews",
            "directory",
            "groups"
        })
@NullMarked
package org.throughline.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
