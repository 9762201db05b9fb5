/// Pages of reports: for readers, and for the secretariat that makes them.
@NullMarked
package org.throughline.reports.web;

import org.jspecify.annotations.NullMarked;
