/// People: who has an account, what they may do, and how they prove who they are.
@ApplicationModule(allowedDependencies = {"platform", "audit", "mail"})
@NullMarked
package org.throughline.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
