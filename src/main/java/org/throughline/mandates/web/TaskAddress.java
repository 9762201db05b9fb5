package org.throughline.mandates.web;

import org.springframework.util.MultiValueMap;
import org.throughline.mandates.TaskFilter;

/// Reads which tasks an address asks for. What is too long to be a code is one that nothing has.
final class TaskAddress {

    static final String BY_PARAGRAPH = "paragraph";
    static final String BY_ACTOR = "actor";
    static final String BY_LINE = "line";

    private static final int LONGEST = 60;

    private TaskAddress() {}

    static TaskFilter filter(MultiValueMap<String, String> asked) {
        return new TaskFilter(
                one(asked, "actor"),
                one(asked, "verb"),
                one(asked, "status"),
                one(asked, "line"),
                one(asked, "evidence"));
    }

    static String view(MultiValueMap<String, String> asked) {
        String by = one(asked, "by");
        return by.equals(BY_ACTOR) || by.equals(BY_LINE) ? by : BY_PARAGRAPH;
    }

    private static String one(MultiValueMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        if (value == null) return "";
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value.strip();
    }
}
