/// The search page.
@NullMarked
package org.throughline.search.web;

import org.jspecify.annotations.NullMarked;
