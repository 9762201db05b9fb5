/// Citations for programs.
@NullMarked
package org.throughline.citations.api;

import org.jspecify.annotations.NullMarked;
