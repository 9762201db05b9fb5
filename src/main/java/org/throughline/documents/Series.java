package org.throughline.documents;

import java.util.List;
import java.util.Map;
import org.throughline.platform.LocalizedText;

/// A series in which documents are numbered, meeting by meeting.
///
/// @param group whose meetings they are for; empty where those are not kept here
/// @param prefix of the symbols that are given now
/// @param pattern of symbols, with `{prefix}`, `{meeting}` and `{serial}` to be filled in
/// @param former prefixes of earlier years, which keep their symbols
public record Series(
        String code, String group, String prefix, String pattern, LocalizedText name, List<String> former) {

    public Series {
        former = List.copyOf(former);
    }

    /// The symbol of a document.
    public String symbol(String meeting, int serial) {
        return pattern.replace("{prefix}", prefix)
                .replace("{meeting}", meeting)
                .replace("{serial}", String.valueOf(serial));
    }

    /// What a list of the header can be chosen from, by code in its order.
    public record Choices(Map<String, Map<String, LocalizedText>> lists) {

        public Map<String, LocalizedText> of(String list) {
            return lists.getOrDefault(list, Map.of());
        }

        public LocalizedText name(String list, String code) {
            return of(list).getOrDefault(code, LocalizedText.EMPTY);
        }
    }
}
