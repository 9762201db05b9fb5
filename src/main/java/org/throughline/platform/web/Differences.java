package org.throughline.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Languages;

/// What differs between a form as somebody sent it and the same form filled with what holds now, field by field: shown
/// when somebody else was faster.
///
/// @param field the id of the control
/// @param label its name in the reader's language
/// @param now what holds now; empty for nothing
/// @param typed what was sent; empty for nothing
public record Differences(String field, String label, String now, String typed) {

    /// In the order of the labels; fields without a label are left out.
    ///
    /// @param labels by the name of the control; a text in six languages has one label for all of them
    public static List<Differences> between(Typed typed, Typed now, Map<String, String> labels) {
        List<Differences> all = new ArrayList<>();
        labels.forEach((name, label) -> {
            add(all, name, label, typed, now);
            for (String language : Languages.ALL)
                add(all, name + "-" + language, label + " (" + Languages.endonym(language) + ")", typed, now);
        });
        return all;
    }

    private static void add(List<Differences> all, String name, String label, Typed typed, Typed now) {
        String before = String.join(", ", now.all(name)).strip();
        String after = String.join(", ", typed.all(name)).strip();
        if (!before.equals(after)) all.add(new Differences(name, label, before, after));
    }
}
