/// Summaries for programs.
@NullMarked
package org.throughline.synthesis.api;

import org.jspecify.annotations.NullMarked;
