package org.throughline.inputs;

import java.util.List;

/// Which published inputs of a call a reader wants to see. Several values of one facet widen, several facets
/// narrow.
///
/// @param text words that must occur; empty for no restriction
public record InputFilter(
        String text,
        List<String> stakeholderTypes,
        List<String> regions,
        List<String> countries,
        List<String> languages) {

    public static final InputFilter NONE = new InputFilter("", List.of(), List.of(), List.of(), List.of());

    public boolean isEmpty() {
        return equals(NONE);
    }
}
