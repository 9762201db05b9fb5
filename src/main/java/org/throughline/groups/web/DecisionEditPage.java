package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Meeting;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a decision.
///
/// @param version the version it was filled from; 0 for a new one
/// @param stale whether somebody else changed it meanwhile
public record DecisionEditPage(
        Meeting meeting,
        String path,
        String back,
        int version,
        boolean stale,
        Typed typed,
        FormErrors errors,
        List<Option> kinds,
        List<Option> items,
        List<LanguagePart> parts) {}
