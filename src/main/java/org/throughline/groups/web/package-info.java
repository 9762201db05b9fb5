@NullMarked
package org.throughline.groups.web;

import org.jspecify.annotations.NullMarked;
