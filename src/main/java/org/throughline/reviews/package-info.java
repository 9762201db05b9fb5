/// A review, such as WSIS+20: what it is, and the dated points on its way.
@ApplicationModule(allowedDependencies = {"platform", "audit", "citations"})
@NullMarked
package org.throughline.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
