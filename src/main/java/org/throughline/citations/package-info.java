/// Finds in any text which instruments and documents it cites, in which revision, and says what has become of them
/// since. Keeps what the public things of this installation cite, and which of them have to be looked at because of
/// a newer revision. What there is to be cited, others know ([CitableSource]).
@ApplicationModule(allowedDependencies = {"platform", "files", "audit"})
@NullMarked
package org.throughline.citations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
