/// One index over everything that can be found: owners write entries in their own transaction, readers ask in six
/// languages.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.throughline.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
