@NullMarked
package org.throughline.inputs.web;

import org.jspecify.annotations.NullMarked;
