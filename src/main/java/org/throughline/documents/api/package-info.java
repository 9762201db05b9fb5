@NullMarked
package org.throughline.documents.api;

import org.jspecify.annotations.NullMarked;
