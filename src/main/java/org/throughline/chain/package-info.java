/// The chain of outputs: what bodies and processes produced on the way of a review, which output went into which, and
/// where the chain breaks off. Nothing below knows it.
@ApplicationModule(allowedDependencies = {"platform", "audit", "search", "calls", "inputs", "synthesis", "reviews"})
@NullMarked
package org.throughline.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
