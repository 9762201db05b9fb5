package org.throughline.platform;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The six official languages of the United Nations, in which the whole interface exists.
public final class Languages {

    public static final String DEFAULT = "en";

    /// In the order used for switching languages; every list of "all languages" is this one.
    public static final List<String> ALL = List.of("ar", "zh", "en", "fr", "ru", "es");

    private Languages() {}

    public static boolean isKnown(String tag) {
        return ALL.contains(tag);
    }

    /// The one of the six languages that an `Accept-Language` header asks for first; English where it asks for none
    /// of them, or cannot be read.
    public static String wanted(@Nullable String header) {
        if (header == null || header.isBlank()) return DEFAULT;
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), ALL);
            return tag == null ? DEFAULT : tag;
        } catch (IllegalArgumentException e) {
            return DEFAULT;
        }
    }

    /// "rtl" for Arabic and other right-to-left languages, else "ltr": the value of an HTML `dir` attribute.
    public static String direction(String tag) {
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "ar", "fa", "he", "ur", "yi", "ps", "sd", "ug" -> "rtl";
            default -> "ltr";
        };
    }

    /// Several languages, each named in itself and set apart from its neighbours, so that names in two directions
    /// keep their order.
    ///
    /// @param language that of the sentence in which they stand
    public static String endonyms(String language, Collection<String> tags) {
        return list(
                language,
                tags.stream().map(tag -> "\u2068" + endonym(tag) + "\u2069").toList());
    }

    /// Words of a language one after the other, with the comma that its readers write.
    public static String list(String language, Collection<String> words) {
        return String.join(
                switch (language) {
                    case "ar" -> "، ";
                    case "zh" -> "、";
                    default -> ", ";
                },
                words);
    }

    /// What stands between two sentences, or between a label and what it labels: nothing in Chinese, whose marks have
    /// their room in themselves.
    public static String between(String language) {
        return language.equals("zh") ? "" : " ";
    }

    /// The language's name in itself, as a language switch shows it.
    public static String endonym(String tag) {
        return switch (tag) {
            case "ar" -> "العربية";
            case "zh" -> "中文";
            case "en" -> "English";
            case "fr" -> "Français";
            case "ru" -> "Русский";
            case "es" -> "Español";
            default -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag));
        };
    }
}
