@NullMarked
package org.throughline.letters.web;

import org.jspecify.annotations.NullMarked;
