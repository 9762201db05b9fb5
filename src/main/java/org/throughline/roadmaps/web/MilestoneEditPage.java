package org.throughline.roadmaps.web;

import java.util.List;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a milestone.
///
/// @param version the version it was filled from; 0 for a new one
/// @param stale whether somebody else changed it meanwhile
/// @param differences what then differs
public record MilestoneEditPage(
        String path,
        String back,
        int version,
        boolean stale,
        List<Differences> differences,
        Typed typed,
        FormErrors errors,
        List<Option> tracks,
        List<Option> kinds,
        List<Option> statuses,
        List<Option> certainties,
        List<LanguagePart> languages,
        List<ActLine> acts) {

    public record ActLine(String what, String when, String by) {}
}
