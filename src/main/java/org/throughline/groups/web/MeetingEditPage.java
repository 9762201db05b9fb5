package org.throughline.groups.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a meeting.
///
/// @param version the version it was filled from; 0 for a new one
/// @param stale whether somebody else changed it meanwhile
public record MeetingEditPage(
        String path,
        String back,
        int version,
        boolean stale,
        Typed typed,
        FormErrors errors,
        List<Option> modes,
        List<Option> languages,
        List<Option> statuses,
        List<Option> certainties,
        List<LanguagePart> parts,
        List<GroupActs.Line> acts) {}
