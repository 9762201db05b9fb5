/// Pages for members, for those who follow something, and for the secretariat that writes to them.
@NullMarked
package org.throughline.notices.web;

import org.jspecify.annotations.NullMarked;
