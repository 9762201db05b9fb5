@NullMarked
package org.throughline.synthesis.web;

import org.jspecify.annotations.NullMarked;
