/// Reports for programs.
@NullMarked
package org.throughline.reports.api;

import org.jspecify.annotations.NullMarked;
