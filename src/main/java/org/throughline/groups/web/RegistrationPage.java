package org.throughline.groups.web;

import java.util.List;
import java.util.Map;
import org.throughline.groups.Meeting;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a registration.
///
/// @param path where it is sent
/// @param open whether people can register
/// @param email whose registration is changed; empty for a new one
/// @param state where it stands, in words; empty for a new one
/// @param withdrawn whether nothing is left to change
/// @param version of what is changed; 0 for a new one
public record RegistrationPage(
        Meeting meeting,
        String when,
        String path,
        boolean open,
        String email,
        String state,
        boolean withdrawn,
        int version,
        Typed typed,
        FormErrors errors,
        Map<String, List<Option>> choices) {

    public List<Option> choices(String control) {
        return choices.getOrDefault(control, List.of());
    }
}
