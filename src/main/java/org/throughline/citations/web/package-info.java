/// The page where anybody has a text looked through for what it cites.
@NullMarked
package org.throughline.citations.web;

import org.jspecify.annotations.NullMarked;
