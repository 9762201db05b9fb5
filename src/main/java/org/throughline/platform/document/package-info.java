/// One neutral description of a document and its writers: XHTML, tagged PDF and DOCX from the same blocks.
@NullMarked
package org.throughline.platform.document;

import org.jspecify.annotations.NullMarked;
