@NullMarked
package org.throughline.site.web;

import org.jspecify.annotations.NullMarked;
