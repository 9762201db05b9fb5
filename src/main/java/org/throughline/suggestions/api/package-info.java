/// Suggestions for programs.
@NullMarked
package org.throughline.suggestions.api;

import org.jspecify.annotations.NullMarked;
