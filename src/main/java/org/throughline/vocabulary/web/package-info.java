/// The vocabularies as pages for people.
@NullMarked
package org.throughline.vocabulary.web;

import org.jspecify.annotations.NullMarked;
