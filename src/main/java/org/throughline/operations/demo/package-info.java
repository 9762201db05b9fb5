/// The example world: a review with its calls, inputs and summaries, and nine people to try it as.
@NullMarked
package org.throughline.operations.demo;

import org.jspecify.annotations.NullMarked;
