/// The log for programs: checkpoint, key, entries and proofs, open to all.
@NullMarked
package org.throughline.ledger.api;

import org.jspecify.annotations.NullMarked;
