package org.throughline.synthesis.web;

import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;

/// One section of a summary in work: its number and title, its themes and their order.
///
/// @param code and `title` what the form holds
public record SectionPage(Call call, Draft draft, Section section, String code, String title, FormErrors errors) {

    public String base() {
        return Workspace.base(draft);
    }

    public String address() {
        return base() + "/sections/" + section.id().value();
    }
}
