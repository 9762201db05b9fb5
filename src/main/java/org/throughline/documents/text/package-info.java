/// The text of a document as a tree of blocks, and the formats it is read from and written in.
@NullMarked
package org.throughline.documents.text;

import org.jspecify.annotations.NullMarked;
