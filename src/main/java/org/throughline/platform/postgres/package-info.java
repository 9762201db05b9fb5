/// The PostgreSQL server inside the data folder.
@NullMarked
package org.throughline.platform.postgres;

import org.jspecify.annotations.NullMarked;
