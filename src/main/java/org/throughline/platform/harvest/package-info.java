/// What modules give to harvesters and to search engines, without knowing who serves them.
@NullMarked
package org.throughline.platform.harvest;

import org.jspecify.annotations.NullMarked;
