package org.throughline.notices;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody says of themselves, and which of it they let others see.
///
/// @param slug the last part of the address of their page
/// @param interests codes of action lines
/// @param shown the fields that others may see
/// @param open whether there is a page at all
/// @param findable whether the page stands in the list of members and search engines may show it
public record Profile(
        String slug,
        String name,
        String organisation,
        @Nullable String country,
        List<String> languages,
        List<String> interests,
        Set<Field> shown,
        boolean open,
        boolean findable,
        int version) {

    /// What may be shown, each by its own consent.
    public enum Field {
        NAME,
        ORGANISATION,
        COUNTRY,
        LANGUAGES,
        INTERESTS
    }

    public static final int LONGEST = 200;

    public Profile {
        languages = List.copyOf(languages);
        interests = List.copyOf(interests);
        shown = shown.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(shown));
    }

    /// A member as everybody may see them: what they do not show is empty.
    public record Shown(
            String slug,
            String name,
            String organisation,
            @Nullable String country,
            List<String> languages,
            List<String> interests,
            boolean findable) {}
}
