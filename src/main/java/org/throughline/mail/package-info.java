/// Outgoing mail: written in the transaction that causes it, sent afterwards, at least once.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.throughline.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
