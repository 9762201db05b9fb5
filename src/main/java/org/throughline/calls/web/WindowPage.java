package org.throughline.calls.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Typed;

/// Publishing, extending and closing a call.
///
/// @param missing what the call still needs before it can be published; empty when nothing
/// @param advice what is not there yet, though the call can be published without
/// @param acts what was done to the call, newest first
public record WindowPage(
        Call call,
        CallLine line,
        List<String> missing,
        List<String> advice,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> languages,
        List<ActLine> acts) {

    public record ActLine(String what, String when, String by) {}
}
