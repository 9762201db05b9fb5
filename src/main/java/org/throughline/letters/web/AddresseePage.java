package org.throughline.letters.web;

import java.util.List;
import org.throughline.letters.Addressee;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// One addressee and everybody who spoke for it.
public record AddresseePage(
        Addressee addressee,
        String who,
        String addresseeClass,
        List<PersonLine> people,
        List<Option> languages,
        int version,
        Typed typed,
        FormErrors errors) {

    public record PersonLine(String name, String email, String language, String period, String note) {}
}
