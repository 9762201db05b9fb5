package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.Endorsements;
import org.throughline.inputs.web.OwnInputPage.AnswerLine;

/// What an endorser is asked to stand behind.
///
/// @param path of the two buttons; carries the secret
public record EndorsePage(Call call, Endorsements.Request request, String path, List<AnswerLine> answers) {}
