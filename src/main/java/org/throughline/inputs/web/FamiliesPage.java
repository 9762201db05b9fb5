package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.Families.Family;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Typed;

/// Campaigns of a call at the desk.
///
/// @param typed what was typed into the form with an error, under the id of its field
public record FamiliesPage(Call call, List<Family> proposed, List<Family> accepted, Typed typed, FormErrors errors) {

    /// The id of the form of a proposed family.
    public static String field(Family family) {
        return "family-" + family.numbers().getFirst();
    }

    /// The id of the field that takes one more into an accepted family.
    public static String adding(Family family) {
        return "add-" + family.numbers().getFirst();
    }
}
