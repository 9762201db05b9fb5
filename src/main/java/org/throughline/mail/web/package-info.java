/// The page on which a demonstration shows the mail it would have sent.
@NullMarked
package org.throughline.mail.web;

import org.jspecify.annotations.NullMarked;
