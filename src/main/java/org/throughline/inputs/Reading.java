package org.throughline.inputs;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Dossier.Attachment;
import org.throughline.inputs.Dossier.Given;
import org.throughline.platform.MinHash;
import org.throughline.platform.PersonalData;
import org.throughline.vocabulary.DetectedLanguage;
import org.throughline.vocabulary.LanguageDetector;

/// What the secretariat's checks read out of the text of one input, made while the input is taken in so that the
/// desk need not read ten thousand texts. [Fingerprints] keeps it.
///
/// @param words how many there are to compare, `longAnswers` and `hardly`: see [Substance]
/// @param textHash of these words, equal when they are
/// @param signature see [MinHash]
/// @param language the one the text seems to be in, or the empty string when that is the declared one or unclear
/// @param personal how many places look like personal data
/// @param missing how many questions had to be answered and are not
record Reading(
        int words,
        byte[] textHash,
        byte[] signature,
        Set<Long> longAnswers,
        boolean hardly,
        String language,
        int personal,
        int missing) {

    /// To be raised when what is read out of a text changes.
    static final int RULES = 3;

    private static final double SURE = 0.4;
    private static final int ENOUGH_WORDS = 8;

    static Reading of(Questionnaire questionnaire, NewInput input, List<Answer> answers) {
        return of(
                questionnaire,
                input.language(),
                input.respondent().country(),
                answers.stream()
                        .map(one -> new Given(one.question(), one.kind(), one.value(), one.text()))
                        .toList(),
                input.files().stream()
                        .map(file -> new Attachment(file.file(), file.question(), file.title()))
                        .toList());
    }

    static Reading of(
            Questionnaire questionnaire,
            String declared,
            @Nullable String country,
            List<Given> answers,
            List<Attachment> files) {
        String text = Dossier.ownWords(answers);
        Substance substance = Substance.of(answers);
        List<String> words = substance.words();
        DetectedLanguage detected = LanguageDetector.detect(text);
        int personal = answers.stream()
                .filter(Given::isWritten)
                .mapToInt(given -> PersonalData.in(given.text(), country).size())
                .sum();
        return new Reading(
                words.size(),
                InputRows.sha256(String.join(" ", words)),
                MinHash.bytes(MinHash.signature(words)),
                substance.longAnswers(),
                substance.hardly(),
                isOther(detected, declared, substance.written()) ? detected.code() : "",
                personal,
                Dossier.missing(questionnaire, answers, files).size());
    }

    static boolean isOther(DetectedLanguage detected, String declared, int words) {
        return detected.isKnown()
                && detected.confidence() >= SURE
                && words >= ENOUGH_WORDS
                && !declared.split("-")[0].equals(detected.code());
    }

    /// Sets the first eleven parameters of a statement that keeps it.
    void fill(PreparedStatement statement, InputId input, int revision) throws SQLException {
        statement.setObject(1, input.value());
        statement.setInt(2, revision);
        statement.setInt(3, RULES);
        statement.setInt(4, words);
        statement.setBytes(5, textHash);
        statement.setBytes(6, signature);
        statement.setString(7, language);
        statement.setInt(8, personal);
        statement.setInt(9, missing);
        statement.setArray(10, statement.getConnection().createArrayOf("bigint", longAnswers.toArray(Long[]::new)));
        statement.setBoolean(11, hardly);
    }
}
