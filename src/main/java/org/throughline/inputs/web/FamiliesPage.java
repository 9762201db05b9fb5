package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.Families.Family;
import org.throughline.platform.web.FormErrors;

/// Campaigns of a call at the desk.
public record FamiliesPage(Call call, List<Family> proposed, List<Family> accepted, FormErrors errors) {

    /// The id of the form of a proposed family.
    public static String field(Family family) {
        return "family-" + family.numbers().getFirst();
    }
}
