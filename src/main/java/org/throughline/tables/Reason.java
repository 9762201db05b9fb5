package org.throughline.tables;

import java.util.List;
import org.throughline.platform.Messages;

/// Why a row, or a whole file, is not taken in, for whoever reads it in whichever language.
///
/// @param field of the form that is meant; empty when there is none
public record Reason(String field, String key, List<Object> arguments) {

    public static Reason of(String key, Object... arguments) {
        return new Reason("", key, List.of(arguments));
    }

    public String words(Messages.Texts texts) {
        String words = texts.of(key, arguments.toArray());
        return field.isEmpty() ? words : field + ": " + words;
    }
}
