package org.throughline.notices.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of one's own profile.
///
/// @param path of the page others see; empty before there is one
public record ProfilePage(
        String path,
        int version,
        Typed typed,
        List<Option> countries,
        List<Option> languages,
        List<Option> interests,
        boolean wantsLetters,
        FormErrors errors) {

    public boolean has(String name) {
        return typed.has(name, "true");
    }
}
