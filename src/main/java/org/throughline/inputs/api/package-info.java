/// Inputs for programs: sending them, and reading what is published.
@NullMarked
package org.throughline.inputs.api;

import org.jspecify.annotations.NullMarked;
