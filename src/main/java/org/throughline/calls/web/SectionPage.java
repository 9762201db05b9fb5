package org.throughline.calls.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Typed;

/// The form of one section of a questionnaire.
///
/// @param code of the section being changed; empty for a new one
/// @param seen marks the state the form is based on
public record SectionPage(
        Call call, String code, String seen, Typed typed, FormErrors errors, List<LanguagePart> languages) {}
