@NullMarked
package org.throughline.mandates.api;

import org.jspecify.annotations.NullMarked;
