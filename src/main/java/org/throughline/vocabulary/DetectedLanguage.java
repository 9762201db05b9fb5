package org.throughline.vocabulary;

/// The language a text seems to be in, by BCP 47 code (`und` when none of those we can tell), and how sure that is
/// (0 to 1).
public record DetectedLanguage(String code, double confidence) {

    static final DetectedLanguage UNKNOWN = new DetectedLanguage(LanguageDetector.UNKNOWN, 0);

    public boolean isKnown() {
        return !code.equals(LanguageDetector.UNKNOWN);
    }
}
