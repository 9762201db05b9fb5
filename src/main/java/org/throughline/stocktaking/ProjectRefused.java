package org.throughline.stocktaking;

import java.util.List;
import java.util.Map;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;

/// A project was not taken in because something in it is wrong; says everything that is wrong at once. Nothing was
/// kept.
public class ProjectRefused extends Refusal {

    private final transient List<Violation> violations;

    public ProjectRefused(List<Violation> violations) {
        super("project-refused", 422, "stocktaking.problem.refused", violations.size());
        this.violations = List.copyOf(violations);
    }

    /// For the log: which fields, and nothing of what was written in them.
    @Override
    public String getMessage() {
        return super.getMessage() + violations.stream().map(Violation::field).toList();
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
