@NullMarked
package org.throughline.opendata.api;

import org.jspecify.annotations.NullMarked;
