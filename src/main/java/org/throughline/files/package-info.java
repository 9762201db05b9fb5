/// Files that people hand in: checked by content, kept once per content on disk, their text read by a child
/// process.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.throughline.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
