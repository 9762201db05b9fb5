package org.throughline.inputs;

import java.util.List;
import java.util.Map;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;

/// An input was not taken in because something in it is wrong; says everything that is wrong at once. Nothing was
/// kept.
public class InputRefused extends Refusal {

    private final transient List<Violation> violations;

    public InputRefused(List<Violation> violations) {
        super("input-refused", 422, "inputs.problem.refused", violations.size());
        this.violations = List.copyOf(violations);
    }

    @Override
    public Map<String, Object> details(Messages.Texts texts) {
        return Map.of(
                "violations",
                violations.stream()
                        .map(violation -> Map.of("field", violation.field(), "message", violation.words(texts)))
                        .toList());
    }

    public List<Violation> violations() {
        return violations;
    }
}
