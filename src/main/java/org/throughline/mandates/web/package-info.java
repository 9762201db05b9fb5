@NullMarked
package org.throughline.mandates.web;

import org.jspecify.annotations.NullMarked;
