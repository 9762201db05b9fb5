/// Groups and bodies that meet: what they are for, who held which seat in them when, their meetings, who takes
/// part, what they decided, and what became of what they recommended.
@ApplicationModule(
        allowedDependencies = {"platform", "audit", "search", "vocabulary", "citations", "reviews", "directory", "mail"
        })
@NullMarked
package org.throughline.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
