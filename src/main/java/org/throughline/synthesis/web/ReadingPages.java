package org.throughline.synthesis.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.InputFilter;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.PublishedInputs.Facet;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.ReadingList;
import org.throughline.synthesis.ReadingList.Line;
import org.throughline.synthesis.ReadingList.Stage;
import org.throughline.vocabulary.TermNames;

/// The list from which an analyst takes inputs to mark passages in: all of them, those not used yet, by type,
/// region, question and words.
@Controller
class ReadingPages {

    private static final int A_PAGE = 30;

    private final Workspace workspace;
    private final ReadingList reading;
    private final PublishedInputs inputs;
    private final TermNames names;

    ReadingPages(Workspace workspace, ReadingList reading, PublishedInputs inputs, TermNames names) {
        this.workspace = workspace;
        this.reading = reading;
        this.inputs = inputs;
        this.names = names;
    }

    @Requires(Permission.ANALYSE)
    @GetMapping("/calls/{slug}/summaries/{id}/inputs")
    ModelAndView list(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters) {
        Draft draft = workspace.draft(slug, id);
        ReadingQuery query = ReadingQuery.of(parameters, Stage.ALL);
        List<Line> lines = reading.list(draft.id(), draft.call(), query.wanted(), query.after(), A_PAGE + 1);
        var page = new ReadingPage(
                workspace.call(slug),
                draft,
                query,
                Aim.of(parameters),
                reading.counts(draft.id(), draft.call(), query.wanted()),
                lines.stream().limit(A_PAGE).toList(),
                lines.size() > A_PAGE,
                options(draft, Facet.STAKEHOLDER_TYPE, query.wanted().type(), names::type, frame),
                options(draft, Facet.REGION, query.wanted().region(), names::region, frame),
                questions(draft, query.wanted().question(), frame),
                names);
        return Pages.show(frame, "synthesis/web/reading", page);
    }

    private List<Option> options(Draft draft, Facet facet, String chosen, BinaryOperator<String> name, Frame frame) {
        Map<String, Long> counts = inputs.facet(draft.call(), facet, InputFilter.NONE);
        return counts.entrySet().stream()
                .map(entry -> new Option(
                        entry.getKey(),
                        name.apply(entry.getKey(), frame.language()) + " (" + frame.number(entry.getValue()) + ")",
                        entry.getKey().equals(chosen)))
                .toList();
    }

    private List<Option> questions(Draft draft, String chosen, Frame frame) {
        return workspace
                .questionnaire(draft)
                .questions()
                .filter(Questionnaire.Question::isText)
                .map(question -> new Option(
                        question.code(),
                        Workspace.label(frame, question),
                        question.code().equals(chosen)))
                .toList();
    }
}
