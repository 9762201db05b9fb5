/// Small charts as SVG that read the same on a page, in print and without colour, each with its data table.
@NullMarked
package org.throughline.platform.chart;

import org.jspecify.annotations.NullMarked;
