/// Pages on which anybody tries suggestions out and sees how often they are right.
@NullMarked
package org.throughline.suggestions.web;

import org.jspecify.annotations.NullMarked;
