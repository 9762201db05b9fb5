/// The frame around every page, its language and texts, form parts, errors, and the store of whole pages.
@NullMarked
package org.throughline.platform.web;

import org.jspecify.annotations.NullMarked;
