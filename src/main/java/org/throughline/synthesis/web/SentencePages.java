package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.synthesis.web.Workspace.Place;
import org.throughline.synthesis.web.Workspace.Spot;
import org.throughline.vocabulary.TermNames;

/// One sentence of a summary in work: change it, move it, delete it, tie it to passages.
@Controller
@RequestMapping("/calls/{slug}/summaries/{id}/sentences/{number}")
class SentencePages {

    private static final int CANDIDATES = 60;

    private final Workspace workspace;
    private final Workbench workbench;
    private final Drafts drafts;
    private final TermNames names;

    SentencePages(Workspace workspace, Workbench workbench, Drafts drafts, TermNames names) {
        this.workspace = workspace;
        this.workbench = workbench;
        this.drafts = drafts;
        this.names = names;
    }

    /// What stands in the form of a sentence.
    private record Form(String text, String spot, Set<String> plain, String base) {
        static Form of(Place place) {
            Sentence sentence = place.sentence();
            return new Form(
                    sentence.text(),
                    spot(place),
                    sentence.plainWords(),
                    sentence.base().question());
        }

        private static String spot(Place place) {
            ThemeId theme = place.sentence().theme();
            return (theme == null ? place.section().id().value() : theme.value()).toString();
        }
    }

    @Requires(Permission.ANALYSE)
    @GetMapping
    ModelAndView show(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean everywhere) {
        Draft draft = workspace.draft(slug, id);
        Place place = Workspace.sentence(draft, number);
        return show(frame, draft, place, Form.of(place), null, FormErrors.NONE, q, everywhere, 200);
    }

    private ModelAndView show(
            Frame frame,
            Draft draft,
            Place place,
            Form form,
            @Nullable String now,
            FormErrors errors,
            String q,
            boolean wide,
            int status) {
        Sentence sentence = place.sentence();
        boolean everywhere = wide || sentence.theme() == null;
        Drafts.Candidates candidates =
                drafts.candidates(draft.call(), sentence.id(), everywhere ? null : sentence.theme(), q, CANDIDATES);
        List<Option> plain = QuantityMark.words(form.text(), draft.language()).stream()
                .map(word -> new Option(word, word, form.plain().contains(word)))
                .toList();
        var page = new SentencePage(
                workspace.call(draft.slug()),
                draft,
                sentence,
                place.line(),
                form.text(),
                Workspace.spotOptions(draft, form.spot()),
                plain,
                bases(frame, draft, form.base()),
                now,
                errors,
                q,
                everywhere,
                candidates.first(),
                candidates.found(),
                candidates.leftOut(),
                names);
        return Pages.show(frame, "synthesis/web/sentence", page, status);
    }

    // Every question that somebody answered, and the one that is chosen.
    private List<Option> bases(Frame frame, Draft draft, String chosen) {
        Map<String, Long> answered = drafts.answered(draft.call());
        List<Option> bases = new ArrayList<>();
        bases.add(new Option("", frame.t("synthesis.work.sentence.base-all", draft.published()), chosen.isEmpty()));
        workspace
                .questionnaire(draft)
                .questions()
                .filter(question -> question.kind() != Kind.DECLARATION)
                .filter(question ->
                        answered.containsKey(question.code()) || question.code().equals(chosen))
                .forEach(question -> bases.add(new Option(
                        question.code(),
                        frame.t(
                                "synthesis.work.sentence.base-question",
                                Workspace.label(frame, question),
                                answered.getOrDefault(question.code(), 0L)),
                        question.code().equals(chosen))));
        return bases;
    }

    @Requires(Permission.ANALYSE)
    @PostMapping
    ModelAndView save(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String spot,
            @RequestParam(required = false) @Nullable List<String> plain,
            @RequestParam(defaultValue = "") String base,
            @RequestParam int version) {
        Draft draft = workspace.draft(slug, id);
        Place place = Workspace.sentence(draft, number);
        Set<String> declared = new HashSet<>(plain == null ? List.of() : plain);
        declared.retainAll(QuantityMark.words(text, draft.language()));
        Form form = new Form(text, spot.isEmpty() ? Form.spot(place) : spot, declared, base);
        Spot at = Workspace.spot(draft, form.spot());
        try {
            workbench.rewrite(
                    place.sentence().id(), at.section().id(), at.themeId(), text, declared, base, version, actor);
        } catch (Refusal refusal) {
            String words = frame.t(refusal.messageKey(), refusal.arguments().toArray());
            return switch (refusal.status()) {
                case 409 -> stale(frame, slug, id, number, form);
                case 422 ->
                    show(
                            frame,
                            draft,
                            place,
                            form,
                            null,
                            FormErrors.collector().add("text", words).done(),
                            "",
                            false,
                            422);
                default -> throw refusal;
            };
        }
        FrameResolver.notice(request, frame.t("synthesis.work.sentence.saved"));
        return Pages.goTo(frame, address(draft, number));
    }

    // Both texts are kept: what was typed in the form, what somebody else saved above it.
    private ModelAndView stale(Frame frame, String slug, UUID id, UUID number, Form form) {
        Draft draft = workspace.draft(slug, id);
        Place place = Workspace.sentence(draft, number);
        FormErrors errors = FormErrors.collector()
                .add("text", frame.t("synthesis.work.sentence.stale"))
                .done();
        return show(frame, draft, place, form, place.sentence().text(), errors, "", false, 409);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/position")
    ModelAndView move(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID number,
            @RequestParam boolean up) {
        Draft draft = workspace.draft(slug, id);
        workbench.move(Workspace.sentence(draft, number).sentence().id(), up);
        return Pages.goTo(frame, Workspace.base(draft) + "#sentence-" + number);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/removal")
    ModelAndView delete(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID number) {
        Draft draft = workspace.draft(slug, id);
        workbench.delete(Workspace.sentence(draft, number).sentence().id(), actor);
        FrameResolver.notice(request, frame.t("synthesis.work.sentence.deleted"));
        return Pages.goTo(frame, Workspace.base(draft));
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/passages")
    ModelAndView tie(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID number,
            @RequestParam(required = false) @Nullable List<UUID> passage) {
        Draft draft = workspace.draft(slug, id);
        SentenceId sentence = Workspace.sentence(draft, number).sentence().id();
        if (passage != null)
            workbench.tie(sentence, passage.stream().map(PassageId::new).toList());
        return Pages.goTo(frame, address(draft, number) + "#rests");
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/passages/{passage}/removal")
    ModelAndView untie(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID number,
            @PathVariable UUID passage) {
        Draft draft = workspace.draft(slug, id);
        workbench.untie(Workspace.sentence(draft, number).sentence().id(), new PassageId(passage));
        return Pages.goTo(frame, address(draft, number) + "#rests");
    }

    private static String address(Draft draft, UUID sentence) {
        return Workspace.base(draft) + "/sentences/" + sentence;
    }
}
