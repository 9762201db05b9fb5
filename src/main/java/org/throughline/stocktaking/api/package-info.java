@NullMarked
package org.throughline.stocktaking.api;

import org.jspecify.annotations.NullMarked;
