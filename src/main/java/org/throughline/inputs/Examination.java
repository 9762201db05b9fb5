package org.throughline.inputs;

import java.util.List;
import java.util.Map;
import org.throughline.platform.PersonalData;
import org.throughline.vocabulary.DetectedLanguage;

/// What the checks say about one input. They decide nothing: the secretariat does.
///
/// @param asked how many questions the questionnaire has
/// @param answered how many of them are answered
/// @param missing codes of the questions that had to be answered and are not
/// @param otherLanguage whether the text seems to be in another language than declared
/// @param hardly whether it says hardly anything itself
/// @param personal places that look like personal data, by question
/// @param resembling other inputs with the same or nearly the same text, or from the same sender; most alike first
public record Examination(
        int asked,
        int answered,
        List<String> missing,
        DetectedLanguage detected,
        boolean otherLanguage,
        boolean hardly,
        Map<String, List<PersonalData.Spot>> personal,
        List<Resemblance> resembling) {

    /// Another input of the same call.
    ///
    /// @param share of the three-word runs that both have, among all they have; 0 when only the sender is the same
    /// @param answers how many long answers are the same word for word
    /// @param same whether the texts are the same word for word
    public record Resemblance(
            int number,
            String name,
            InputRecord.State state,
            double share,
            int answers,
            boolean same,
            boolean sameOrganisation,
            boolean sameEmail) {

        /// Whether so much is the same that it tells something; a few common runs are in any two texts.
        public boolean near() {
            return share >= Moderation.NEAR || answers >= Copies.SEVERAL;
        }
    }

    /// What may speak against publishing an input as it is.
    public enum Finding {
        INCOMPLETE,
        OTHER_LANGUAGE,
        PERSONAL_DATA,
        SAME_TEXT,
        NEAR_COPY,
        SAME_SENDER,
        HARDLY_ANYTHING
    }
}
