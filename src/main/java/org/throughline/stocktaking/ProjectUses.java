package org.throughline.stocktaking;

import java.util.List;

/// What a keeper is asked to allow, by the names in addresses and rows, in the order of the form.
public final class ProjectUses {

    public static final List<String> WORDS = List.of("text", "name", "files", "quotation", "translation");

    private ProjectUses() {}

    /// Whether a use is allowed.
    public static boolean allows(Consent consent, String use) {
        return switch (use) {
            case "text" -> consent.text();
            case "name" -> consent.name();
            case "files" -> consent.files();
            case "quotation" -> consent.quotation();
            case "translation" -> consent.translation();
            default -> false;
        };
    }

    /// The consent that allows exactly these uses; others are not looked at.
    public static Consent of(List<String> uses) {
        return new Consent(
                uses.contains("name"),
                uses.contains("text"),
                uses.contains("files"),
                uses.contains("quotation"),
                uses.contains("translation"));
    }
}
