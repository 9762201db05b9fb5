/// Who may call a handler, declared on the handler itself.
@NullMarked
package org.throughline.platform.access;

import org.jspecify.annotations.NullMarked;
