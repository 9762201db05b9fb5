package org.throughline.synthesis.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Drafts;

/// The summaries of a call that are in work, with a form to begin another.
public record SummariesPage(
        Call call, List<Drafts.Line> lines, boolean mayBegin, String title, List<Option> languages, FormErrors errors) {

    public String base() {
        return "/calls/" + call.slug() + "/summaries";
    }
}
