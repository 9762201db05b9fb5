/// Tables that people hand over, as CSV, XLSX or JSON Lines: read row by row in whatever encoding they are in, the rows
/// that cannot be taken kept with their reasons, and the jobs that work through them. Nothing here has a domain noun.
@ApplicationModule(allowedDependencies = {"platform", "files"})
@NullMarked
package org.throughline.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
