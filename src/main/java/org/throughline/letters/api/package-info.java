@NullMarked
package org.throughline.letters.api;

import org.jspecify.annotations.NullMarked;
