/// Projects brought in from files: tables with a mapping, and activities of the IATI Standard; and the way back.
@NullMarked
package org.throughline.stocktaking.imports;

import org.jspecify.annotations.NullMarked;
