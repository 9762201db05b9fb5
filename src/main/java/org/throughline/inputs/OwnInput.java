package org.throughline.inputs;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Everything its owner sees of an input that was sent.
///
/// @param questionnaireVersion the version of the questionnaire that the current revision answers
/// @param answers none after it was withdrawn, and so no files and endorsers
/// @param changeable whether it can still be replaced and withdrawn: the call is open and it was not withdrawn
public record OwnInput(
        InputRecord input,
        int questionnaireVersion,
        boolean changeable,
        List<OwnAnswer> answers,
        List<NewInput.Attached> files,
        List<OwnEndorser> endorsers,
        List<ConsentChange> history) {

    public record OwnAnswer(String question, String kind, JsonNode value, String text) {}

    public record OwnEndorser(String organisation, String name, String email, Standing standing) {
        /// What an endorser has said so far.
        public enum Standing {
            NOT_ASKED,
            ASKED,
            CONFIRMED,
            DECLINED
        }
    }

    /// One change of one consent.
    public record ConsentChange(Use use, boolean allowed, Instant at) {}
}
