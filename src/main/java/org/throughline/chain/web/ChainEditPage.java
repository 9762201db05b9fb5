package org.throughline.chain.web;

import java.util.List;
import java.util.Map;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of an output or of a link.
///
/// @param version the version it was filled from; 0 for a new one
/// @param stale whether somebody else changed it meanwhile
/// @param differences what then differs
/// @param options by the name of the control
public record ChainEditPage(
        String path,
        String back,
        int version,
        boolean stale,
        List<Differences> differences,
        Typed typed,
        FormErrors errors,
        Map<String, List<Option>> options,
        List<LanguagePart> languages,
        List<ActLine> acts) {

    public record ActLine(String what, String when, String by) {}
}
