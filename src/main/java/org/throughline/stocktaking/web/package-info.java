@NullMarked
package org.throughline.stocktaking.web;

import org.jspecify.annotations.NullMarked;
