/// Circular letters: the register of those they are addressed to, their dispatch and number, what addressees
/// answer, the count by the rule the letter states, and the note that says the result.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "mail",
            "files",
            "search",
            "vocabulary",
            "directory",
            "reviews",
            "calls",
            "inputs"
        })
@NullMarked
package org.throughline.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
