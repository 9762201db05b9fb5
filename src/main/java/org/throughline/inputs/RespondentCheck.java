package org.throughline.inputs;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.inputs.NewInput.Endorsement;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Respondent.Scope;
import org.throughline.platform.Storable;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.Vocabulary;

/// Holds what is said about who speaks to the vocabularies, and finds the region of a country.
@Component
class RespondentCheck {

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[^\\s@<>\",;:()\\[\\]\\\\]+\\.[^\\s@<>\",;:()\\[\\]\\\\.]{2,}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern NOT_A_NAME = Pattern.compile("[\\p{Cc}\\u2028\\u2029]|://");
    private static final int LONGEST_NAME = 300;
    private static final int MOST_ENDORSERS = 100;

    private final Vocabulary vocabulary;

    RespondentCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @param lenient for inputs the secretariat brings in: an address may be missing, and consent was asked
    /// elsewhere
    NewInput check(NewInput input, boolean lenient, List<Violation> violations) {
        Respondent who = input.respondent();
        checkLanguage(input.language(), lenient, violations);
        if (who.behalf() != Behalf.SELF && who.organisation().isBlank())
            violations.add(Violation.of("respondent.organisation", "inputs.violation.organisation"));
        if (who.behalf() == Behalf.SELF && who.name().isBlank() && !lenient)
            violations.add(Violation.of("respondent.name", "inputs.violation.name"));
        shortEnough("respondent.organisation", who.organisation(), violations);
        shortEnough("respondent.name", who.name(), violations);
        if (!lenient) {
            oneLine("respondent.organisation", who.organisation(), violations);
            oneLine("respondent.name", who.name(), violations);
        }
        boolean needsEmail = !lenient || !who.email().isBlank();
        if (needsEmail && !isEmail(who.email()))
            violations.add(Violation.of("respondent.email", "inputs.violation.email"));
        if (!vocabulary.has(Vocabulary.STAKEHOLDER_TYPES, who.stakeholderType()))
            violations.add(Violation.of("respondent.stakeholderType", "inputs.violation.stakeholder-type"));
        if (who.country() != null && !vocabulary.has(Vocabulary.COUNTRIES, who.country()))
            violations.add(Violation.of("respondent.country", "inputs.violation.country"));
        if (who.country() == null && who.scope() == Scope.NATIONAL && !lenient)
            violations.add(Violation.of("respondent.country", "inputs.violation.country"));
        String region = regionOf(who);
        if (!vocabulary.has(Vocabulary.REGIONS, region))
            violations.add(Violation.of("respondent.region", "inputs.violation.region"));
        checkEndorsers(input.endorsers(), lenient, violations);
        return new NewInput(
                input.language(),
                who.inRegion(region),
                input.answers(),
                input.consent(),
                input.endorsers(),
                input.files());
    }

    // What comes without a language, on paper or from a file, may be in an unknown one; a sender knows his own.
    private void checkLanguage(String language, boolean lenient, List<Violation> violations) {
        String plain = language.split("-", 2)[0];
        boolean unknown = language.equals(LanguageDetector.UNKNOWN);
        if (language.isBlank() || (unknown && !lenient))
            violations.add(Violation.of("language", "inputs.violation.language"));
        else if (!LANGUAGE.matcher(language).matches() || !vocabulary.has(Vocabulary.LANGUAGES, plain))
            violations.add(Violation.of("language", "inputs.violation.language-unknown", language));
    }

    // The seat of a worldwide organisation says nothing about whom it speaks for, so such an input counts as
    // global.
    private String regionOf(Respondent who) {
        if (who.scope() == Scope.GLOBAL) return Vocabulary.GLOBAL;
        if (!who.region().isBlank()) return who.region();
        if (who.country() == null) return Vocabulary.GLOBAL;
        return vocabulary.regionOf(who.country()).orElse(Vocabulary.GLOBAL);
    }

    private void checkEndorsers(List<Endorsement> endorsers, boolean lenient, List<Violation> violations) {
        if (endorsers.size() > MOST_ENDORSERS)
            violations.add(
                    Violation.of("endorsers", "inputs.violation.too-many-endorsers", endorsers.size(), MOST_ENDORSERS));
        Set<String> seen = new java.util.HashSet<>();
        for (int i = 0; i < endorsers.size(); i++) {
            Endorsement endorser = endorsers.get(i);
            String field = "endorsers." + i;
            if (endorser.organisation().isBlank())
                violations.add(Violation.of(field + ".organisation", "inputs.violation.organisation"));
            shortEnough(field + ".organisation", endorser.organisation(), violations);
            shortEnough(field + ".name", endorser.name(), violations);
            if (!lenient) checkAsked(field, endorser, violations);
            if (!endorser.email().isBlank() && !isEmail(endorser.email()))
                violations.add(Violation.of(field + ".email", "inputs.violation.email"));
            if (!endorser.email().isBlank() && !seen.add(endorser.email().toLowerCase(java.util.Locale.ROOT)))
                violations.add(Violation.of(field + ".email", "inputs.violation.endorser-twice", endorser.email()));
        }
    }

    private void checkAsked(String field, Endorsement endorser, List<Violation> violations) {
        oneLine(field + ".organisation", endorser.organisation(), violations);
        oneLine(field + ".name", endorser.name(), violations);
        if (endorser.country() != null && !vocabulary.has(Vocabulary.COUNTRIES, endorser.country()))
            violations.add(Violation.of(field + ".country", "inputs.violation.country"));
        if (!vocabulary.has(Vocabulary.STAKEHOLDER_TYPES, endorser.stakeholderType()))
            violations.add(Violation.of(field + ".stakeholderType", "inputs.violation.stakeholder-type"));
    }

    // Names go into letters to people who know nothing of the sender: they must not become a letter of the sender's
    // own.
    private static void oneLine(String field, String name, List<Violation> violations) {
        if (NOT_A_NAME.matcher(name).find()) violations.add(Violation.of(field, "inputs.violation.one-line"));
    }

    private static void shortEnough(String field, String text, List<Violation> violations) {
        if (text.length() > LONGEST_NAME)
            violations.add(Violation.of(field, "inputs.violation.too-long", text.length(), LONGEST_NAME));
        if (!Storable.is(text)) violations.add(Violation.of(field, "inputs.violation.unstorable"));
    }

    static boolean isEmail(String text) {
        return text.length() <= 254 && Storable.is(text) && EMAIL.matcher(text).matches();
    }
}
