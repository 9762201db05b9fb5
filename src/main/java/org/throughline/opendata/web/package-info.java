@NullMarked
package org.throughline.opendata.web;

import org.jspecify.annotations.NullMarked;
