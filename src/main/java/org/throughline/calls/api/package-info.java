/// Calls for programs.
@NullMarked
package org.throughline.calls.api;

import org.jspecify.annotations.NullMarked;
