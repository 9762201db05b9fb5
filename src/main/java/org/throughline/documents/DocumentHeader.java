package org.throughline.documents;

import java.util.List;

/// What the header of a document says by choices and lists, the same in every language; what it says in words is
/// with each [Expression].
///
/// @param action what is asked, by its code; empty for nothing
/// @param addressee of whom, by code
/// @param strategicLinks with the Strategic Plan, by their codes
/// @param financial implications, by code; empty where nothing is said
/// @param references as they were written, one for each line
public record DocumentHeader(
        String action, String addressee, List<String> strategicLinks, String financial, List<String> references) {

    public static final DocumentHeader NONE = new DocumentHeader("", "", List.of(), "", List.of());

    public DocumentHeader {
        strategicLinks = List.copyOf(strategicLinks);
        references = List.copyOf(references);
    }
}
