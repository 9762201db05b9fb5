package org.throughline.platform.document;

import java.util.regex.Pattern;

/// What may name a place or a language in a document, checked once where the block is made.
final class Ids {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,80}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private Ids() {}

    static void require(String id) {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("Not an id for a place in a document: " + id);
    }

    static void requireLanguage(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) throw new IllegalArgumentException("Not a language tag: " + tag);
    }
}
