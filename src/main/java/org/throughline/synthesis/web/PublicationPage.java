package org.throughline.synthesis.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.throughline.calls.Call;
import org.throughline.platform.web.Frame;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.GateFinding;
import org.throughline.synthesis.web.SummaryWords.HeaderPart;

/// The gate before a summary's publication: what keeps it closed, sentence by sentence, and what mends it.
///
/// @param refused whether somebody has just tried to publish it in vain
public record PublicationPage(Call call, Draft draft, List<GateFinding> findings, boolean refused) {

    public String base() {
        return Workspace.base(draft);
    }

    /// The findings of each sentence, by its number.
    public Map<Integer, List<GateFinding>> bySentence() {
        return findings.stream()
                .collect(Collectors.groupingBy(GateFinding::line, java.util.LinkedHashMap::new, Collectors.toList()));
    }

    /// The rows of the header block into which nothing was put.
    public List<HeaderPart> emptyRows(Frame frame) {
        return SummaryWords.header(draft.header(), frame.texts()).stream()
                .filter(part -> !part.stated())
                .toList();
    }

    public Sentence sentence(List<GateFinding> findings) {
        return findings.getFirst().sentence();
    }

    public String reason(Frame frame, GateFinding finding) {
        return GateWords.reason(frame, draft, finding);
    }

    public List<GateWords.Remedy> remedies(Frame frame, GateFinding finding) {
        return GateWords.remedies(frame, draft, finding);
    }

    /// The words that would agree in the place of one that does not; empty where that is not what is wrong, or none
    /// would.
    public String fitting(GateFinding finding) {
        return finding.claim() == null
                ? ""
                : GateWords.fitting(draft, finding.sentence().support());
    }

    /// The sentence before, in and after the word that disagrees; the whole of it as the first part when no word
    /// does.
    public List<String> parts(GateFinding finding) {
        String text = finding.sentence().text();
        if (finding.claim() == null) return List.of(text, "", "");
        var word = Objects.requireNonNull(finding.claim());
        return List.of(
                text.substring(0, word.start()), text.substring(word.start(), word.end()), text.substring(word.end()));
    }
}
