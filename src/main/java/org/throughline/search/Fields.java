package org.throughline.search;

/// The names of the fields of the index.
final class Fields {

    static final String KIND = "kind";
    static final String LANGUAGE = "language";
    static final String FACETS = "facets";
    static final String HAPPENED = "happened";
    static final String NUMBER = "number";

    private Fields() {}

    static String title(String analyzer) {
        return "title_" + analyzer;
    }

    static String body(String analyzer) {
        return "body_" + analyzer;
    }

    /// The field of a facet; `kind` and `language` are facets that every entry has.
    static String facet(String name) {
        return name.equals(KIND) || name.equals(LANGUAGE) ? name : FACETS + "." + name;
    }
}
