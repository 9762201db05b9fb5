/// One file that holds a whole installation, and bringing it back.
@NullMarked
package org.throughline.operations.backup;

import org.jspecify.annotations.NullMarked;
