@NullMarked
package org.throughline.calls.web;

import org.jspecify.annotations.NullMarked;
