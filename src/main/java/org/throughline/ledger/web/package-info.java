/// The pages of the log and the page that verifies receipts.
@NullMarked
package org.throughline.ledger.web;

import org.jspecify.annotations.NullMarked;
