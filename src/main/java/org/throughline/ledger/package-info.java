/// An append-only log of what the program acknowledged: a Merkle tree (RFC 9162), signed checkpoints, receipts, and
/// the means to check all of it without trusting the program or being connected to it.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.throughline.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
