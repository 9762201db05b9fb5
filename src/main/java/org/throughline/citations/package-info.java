/// Finds in any text which instruments and documents it cites, in which revision, and says what has become of them
/// since. What there is to be cited, others know ([CitableSource]).
@ApplicationModule(allowedDependencies = {"platform", "files"})
@NullMarked
package org.throughline.citations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
