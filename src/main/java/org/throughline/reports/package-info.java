/// Reports of the register: recipes, editions of frozen data with a fingerprint, zero drafts and what readers say
/// about them.
@ApplicationModule(allowedDependencies = {"platform", "audit", "ledger", "search", "vocabulary", "stocktaking"})
@NullMarked
package org.throughline.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
