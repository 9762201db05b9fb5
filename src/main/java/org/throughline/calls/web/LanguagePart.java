package org.throughline.calls.web;

import java.util.List;

/// One of the six languages in a form.
///
/// @param missing whether its texts are not whole yet
/// @param open whether the part is shown unfolded
public record LanguagePart(String code, String name, boolean missing, boolean open) {

    public static long whole(List<LanguagePart> parts) {
        return parts.stream().filter(part -> !part.missing()).count();
    }
}
