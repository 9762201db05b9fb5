@NullMarked
package org.throughline.reviews.web;

import org.jspecify.annotations.NullMarked;
