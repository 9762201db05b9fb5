/// Which action lines, goals and objectives a text is about, and which of its words say so. A machine proposes here
/// and a person decides; every decision is kept, and the program learns from those on public texts.
@ApplicationModule(allowedDependencies = {"audit", "platform", "vocabulary"})
@NullMarked
package org.throughline.suggestions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
