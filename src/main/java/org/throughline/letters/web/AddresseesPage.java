package org.throughline.letters.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The register of addressees, for the secretariat.
///
/// @param reached whether only those are listed that no letter can reach
public record AddresseesPage(
        List<Line> lines,
        List<LettersPage.ClassCount> counts,
        List<Option> filter,
        List<Option> reached,
        List<Option> classes,
        List<Option> countries,
        Typed typed,
        FormErrors errors) {

    /// @param person the focal point, who is never public
    public record Line(String path, String who, String addresseeClass, String person, String email, String state) {}
}
