package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.files.FileId;
import org.throughline.files.FileRefused;
import org.throughline.files.Files;
import org.throughline.inputs.AnswerCheck;
import org.throughline.inputs.Dossier;
import org.throughline.inputs.InputRefused;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Received;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Respondent.Scope;
import org.throughline.platform.GenevaTime;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Takes in one input that came on paper or by mail, typed in by the secretariat, with the original attached as
/// proof.
@Controller
class PaperDesk {

    private static final long LARGEST = 10L << 20;

    private final Calls calls;
    private final Inputs inputs;
    private final AnswerCheck answers;
    private final Files files;
    private final Vocabulary vocabulary;
    private final Clock clock;

    PaperDesk(Calls calls, Inputs inputs, AnswerCheck answers, Files files, Vocabulary vocabulary, Clock clock) {
        this.calls = calls;
        this.inputs = inputs;
        this.answers = answers;
        this.files = files;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/desk/new")
    ModelAndView blank(Frame frame, @PathVariable String slug) {
        Typed typed = new Typed.Filler()
                .put("received", GenevaTime.date(clock.instant()))
                .put("language", frame.language())
                .put("behalf", "organisation")
                .put("scope", "national")
                .done();
        return show(frame, call(slug), typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/desk/new")
    ModelAndView take(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile original,
            HttpServletRequest request)
            throws IOException {
        Call call = call(slug);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Instant received = received(frame, typed, errors);
        if (original == null || original.isEmpty()) errors.add("original", frame.t("inputs.paper.original.missing"));
        if (!errors.isEmpty() || received == null || original == null)
            return show(frame, call, typed, errors.done(), 422);
        FileId file = null;
        try {
            file = files.storeOriginal(
                    original.getInputStream(), String.valueOf(original.getOriginalFilename()), LARGEST);
            var attached =
                    List.of(new NewInput.Attached(Dossier.ORIGINAL, file.value(), frame.t("inputs.desk.original")));
            NewInput input = PaperForm.read(typed, questionnaire(call), attached);
            var reception = new Reception(Reception.Origin.PAPER, null, null, null, received, frame.language());
            Received done = inputs.submit(call.id(), input, reception, actor);
            FrameResolver.notice(request, frame.t("inputs.paper.taken", done.number()));
            return Pages.goTo(frame, "/calls/" + slug + "/desk/" + done.number());
        } catch (FileRefused refused) {
            errors.add(
                    "original",
                    frame.t(refused.messageKey(), refused.arguments().toArray()));
        } catch (InputRefused refused) {
            PaperForm.errors(frame, refused.violations(), errors);
            errors.add("original", frame.t("inputs.paper.original.again"));
            if (file != null) files.delete(file);
        }
        return show(frame, call, typed, errors.done(), 422);
    }

    // The day it arrived, at noon in Geneva, unless that is still to come.
    private @Nullable Instant received(Frame frame, Typed typed, FormErrors.Collector errors) {
        Instant now = clock.instant();
        Instant noon = GenevaTime.read(typed.of("received"), "12:00", null).instant();
        boolean future = noon != null && GenevaTime.date(noon).compareTo(GenevaTime.date(now)) > 0;
        if (noon == null || future) errors.add("received", frame.t("inputs.paper.received.wrong"));
        return noon == null || noon.isAfter(now) ? now : noon;
    }

    private Questionnaire questionnaire(Call call) {
        return calls.publishedVersion(call.id())
                .filter(version -> version > 0)
                .map(version -> calls.questionnaire(call.id(), version))
                .orElseThrow(Refusal::notFound);
    }

    private Call call(String slug) {
        return calls.find(slug).filter(call -> call.publishedAt() != null).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(Frame frame, Call call, Typed typed, FormErrors errors, int status) {
        String language = frame.language();
        List<Option> behalf = Arrays.stream(Behalf.values())
                .map(one -> new Option(one.word(), DeskWords.of(frame, one), typed.has("behalf", one.word())))
                .toList();
        List<Option> scopes = Arrays.stream(Scope.values())
                .map(one -> new Option(one.word(), scope(frame, one), typed.has("scope", one.word())))
                .toList();
        var page = new PaperPage(
                call,
                questionnaire(call),
                typed,
                errors,
                behalf,
                options(vocabulary.terms(Vocabulary.STAKEHOLDER_TYPES), typed, "type", language),
                options(vocabulary.termsByName(Vocabulary.COUNTRIES, language), typed, "country", language),
                options(vocabulary.termsByName(Vocabulary.LANGUAGES, language), typed, "language", language),
                scopes,
                answers);
        return Pages.show(frame, "inputs/web/paper", page, status);
    }

    private static List<Option> options(List<Term> terms, Typed typed, String name, String language) {
        return terms.stream()
                .map(term -> new Option(term.code(), term.name(language), typed.has(name, term.code())))
                .toList();
    }

    private static String scope(Frame frame, Scope scope) {
        return switch (scope) {
            case NATIONAL -> frame.t("inputs.paper.scope.national");
            case REGIONAL -> frame.t("inputs.paper.scope.regional");
            case GLOBAL -> frame.t("inputs.paper.scope.global");
        };
    }
}
