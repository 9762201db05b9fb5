/// The program's own measurements, each beside the floor of the machine it runs on.
@NullMarked
package org.throughline.operations.bench;

import org.jspecify.annotations.NullMarked;
