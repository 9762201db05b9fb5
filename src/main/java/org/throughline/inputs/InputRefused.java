package org.throughline.inputs;

import java.util.List;
import org.throughline.platform.Refusal;

/// An input was not taken in because something in it is wrong; says everything that is wrong at once. Nothing was kept.
public class InputRefused extends Refusal {

    private final transient List<Violation> violations;

    public InputRefused(List<Violation> violations) {
        super("input-refused", 422, "inputs.problem.refused", violations.size());
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
