/// The words everybody must mean the same by: action lines, goals, stakeholder types, regions, countries,
/// languages. Versioned reference data, and the matching of free text to it.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.throughline.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
