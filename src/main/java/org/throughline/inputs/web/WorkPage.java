package org.throughline.inputs.web;

import java.time.Instant;
import java.util.List;
import org.throughline.platform.web.WorkItems;

/// What waits for the signed-in person, what they are writing and what they have sent.
public record WorkPage(List<WorkItems.Item> items, List<DraftLine> drafts, List<InputLineOfMine> inputs) {

    /// @param replaces the number of the input it is to replace; 0 for a new one
    public record DraftLine(
            String path, String call, int replaces, Instant changed, Instant closes, boolean open, String code) {}

    public record InputLineOfMine(String path, String call, int number, Instant received, String state) {}
}
