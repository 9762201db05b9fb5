package org.throughline.roadmaps;

import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.platform.LocalizedText;

/// One road map among others: a line of milestones that somebody keeps.
///
/// @param code its name in addresses
/// @param mandate the slug of the instrument that asks for it; empty where none does
public record Track(String code, LocalizedText name, LocalizedText owner, String mandate, int position, int version) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,40}");
    private static final Set<String> PAGES = Set.of("milestones", "changes", "new", "tracks");

    public Track {
        if (!isCode(code)) throw new IllegalArgumentException("Not a code of a road map: " + code);
        if (name.isEmpty()) throw new IllegalArgumentException("A road map without a name: " + code);
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches() && !PAGES.contains(text);
    }
}
