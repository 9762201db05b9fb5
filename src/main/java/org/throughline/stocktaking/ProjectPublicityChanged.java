package org.throughline.stocktaking;

import java.util.List;

/// What the public sees of these projects changed, in this transaction: they came, went, or say something else.
public record ProjectPublicityChanged(List<Project> projects) {

    public record Project(ProjectId id, long number) {}
}
