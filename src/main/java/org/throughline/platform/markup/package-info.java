/// Writing markup so that no text can become part of it.
@NullMarked
package org.throughline.platform.markup;

import org.jspecify.annotations.NullMarked;
