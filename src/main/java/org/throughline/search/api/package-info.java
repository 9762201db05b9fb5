/// The search for programs.
@NullMarked
package org.throughline.search.api;

import org.jspecify.annotations.NullMarked;
