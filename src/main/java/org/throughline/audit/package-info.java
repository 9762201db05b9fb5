/// Who did what, when and why.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.throughline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
