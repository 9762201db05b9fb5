@NullMarked
package org.throughline.roadmaps.web;

import org.jspecify.annotations.NullMarked;
