package org.throughline.inputs;

import org.throughline.calls.Questionnaire.Kind;
import tools.jackson.databind.JsonNode;

/// An answer that was checked: its value as sent, and its text, in which passages are addressed by UTF-16 code
/// units.
///
/// @param position the question's place in the questionnaire, from 0
public record Answer(String question, int position, Kind kind, JsonNode value, String text) {}
