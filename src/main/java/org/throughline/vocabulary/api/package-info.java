/// The vocabularies for programs: JSON and CSV.
@NullMarked
package org.throughline.vocabulary.api;

import org.jspecify.annotations.NullMarked;
