package org.throughline.inputs;

import java.util.List;

/// In which order published inputs are listed. What was searched for may stand best match first.
public enum InputOrder {
    BEST_MATCH("match"),
    /// By number, which is the order in which they came.
    RECEIVED("received"),
    NEWEST("newest"),
    /// By the name of who speaks; those without one at the end.
    NAME("name"),
    /// Those first on which most sentences of the published summaries rest.
    MOST_USED("used");

    private final String code;

    InputOrder(String code) {
        this.code = code;
    }

    // Which columns of a published input come first; for the others the number.
    String columns() {
        return switch (this) {
            case NEWEST -> "i.received_at DESC, i.number DESC";
            case NAME -> "i.organisation || i.respondent = '', lower(i.organisation || i.respondent), i.number";
            case BEST_MATCH, RECEIVED, MOST_USED -> "i.number";
        };
    }

    /// What stands in addresses.
    public String code() {
        return code;
    }

    /// The orders there are for a list, its usual one first.
    public static List<InputOrder> of(boolean searched) {
        return searched ? List.of(BEST_MATCH, NEWEST, RECEIVED) : List.of(RECEIVED, NEWEST, NAME, MOST_USED);
    }

    /// The order of this code; the usual one when a list has none such.
    public static InputOrder of(String code, boolean searched) {
        return of(searched).stream()
                .filter(order -> order.code.equals(code))
                .findFirst()
                .orElse(of(searched).getFirst());
    }
}
