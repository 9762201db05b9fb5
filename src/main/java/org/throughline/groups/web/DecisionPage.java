package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Decision;
import org.throughline.groups.Meeting;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// One decision or recommendation and what became of it.
///
/// @param item the number and the title of its agenda item; empty for none
/// @param proposed when the meeting was
/// @param next the states that can follow, for the secretariat
/// @param acts what was done to it, for the secretariat
public record DecisionPage(
        Decision decision,
        Meeting meeting,
        String item,
        String kind,
        String state,
        String proposed,
        List<Step> steps,
        List<Option> next,
        Typed typed,
        FormErrors errors,
        List<GroupActs.Line> acts) {

    public record Step(String state, String when, String source, String url) {}
}
