/// Pages for signing in, for one's own account, and for the operator's list of people.
@NullMarked
package org.throughline.directory.web;

import org.jspecify.annotations.NullMarked;
