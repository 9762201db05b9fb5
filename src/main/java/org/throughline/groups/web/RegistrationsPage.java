package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Meeting;
import org.throughline.groups.Participant;

/// Who registered for a meeting, for the secretariat.
public record RegistrationsPage(Meeting meeting, List<Line> lines) {

    /// @param waiting whether it is still to be decided
    public record Line(
            Participant one,
            String capacity,
            String country,
            String mode,
            String state,
            String when,
            boolean waiting) {}
}
