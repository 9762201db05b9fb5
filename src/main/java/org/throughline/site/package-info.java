/// The home page and standing pages, which show what other modules hold.
@ApplicationModule(allowedDependencies = {"platform", "audit", "reviews", "calls", "inputs", "synthesis"})
@NullMarked
package org.throughline.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
