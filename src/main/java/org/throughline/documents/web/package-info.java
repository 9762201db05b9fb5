@NullMarked
package org.throughline.documents.web;

import org.jspecify.annotations.NullMarked;
