/// Inputs that came by other ways, brought in from files: CSV, XLSX and JSON Lines with a mapping.
@NullMarked
package org.throughline.inputs.imports;

import org.jspecify.annotations.NullMarked;
