@NullMarked
package org.throughline.chain.web;

import org.jspecify.annotations.NullMarked;
