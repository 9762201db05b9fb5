/// Looks whether the addresses that entries give still answer, and remembers.
@NullMarked
package org.throughline.stocktaking.links;

import org.jspecify.annotations.NullMarked;
