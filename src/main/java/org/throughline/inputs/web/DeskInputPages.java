package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.files.StoredFile;
import org.throughline.inputs.Dossier;
import org.throughline.inputs.Dossier.Given;
import org.throughline.inputs.Examination;
import org.throughline.inputs.InputId;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Moderation;
import org.throughline.inputs.Publication;
import org.throughline.inputs.web.DeskInputPage.ActLine;
import org.throughline.inputs.web.DeskInputPage.Attached;
import org.throughline.inputs.web.DeskInputPage.Part;
import org.throughline.inputs.web.DeskInputPage.Stretch;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PersonalData.Spot;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.TermNames;

/// One input on the secretariat's desk: read, checked and decided about.
@Controller
class DeskInputPages {

    private static final int LONGEST_REASON = 2000;
    private static final int ACTS = 50;

    private final Calls calls;
    private final Moderation moderation;
    private final Publication publication;
    private final Inputs inputs;
    private final Files files;
    private final FileDownload download;
    private final AuditTrail audit;
    private final TermNames terms;
    private final AnswerLayout layout;

    DeskInputPages(
            Calls calls,
            Moderation moderation,
            Publication publication,
            Inputs inputs,
            Files files,
            FileDownload download,
            AuditTrail audit,
            TermNames terms,
            AnswerLayout layout) {
        this.calls = calls;
        this.moderation = moderation;
        this.publication = publication;
        this.inputs = inputs;
        this.files = files;
        this.download = download;
        this.audit = audit;
        this.terms = terms;
        this.layout = layout;
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @GetMapping("/calls/{slug}/desk/{number:\\d{1,9}}")
    ModelAndView input(Frame frame, @PathVariable String slug, @PathVariable int number) {
        Call call = call(slug);
        return show(frame, call, dossier(call, number), Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @PostMapping("/calls/{slug}/desk/{number:\\d{1,9}}/decision")
    ModelAndView decide(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Call call = call(slug);
        Dossier dossier = dossier(call, number);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        if (!typed.of("version").equals(Integer.toString(dossier.input().version()))) {
            return stale(frame, call, dossier, typed);
        }
        try {
            act(frame, call, dossier, typed, actor, errors);
        } catch (Refusal refusal) {
            if (refusal.slug().equals("stale")) return stale(frame, call, dossier(call, number), typed);
            errors.add(
                    "decision",
                    frame.t(refusal.messageKey(), refusal.arguments().toArray()));
        }
        if (!errors.isEmpty()) return show(frame, call, dossier, typed, errors.done(), 422);
        FrameResolver.notice(
                request,
                frame.t(
                        "inputs.desk.decided",
                        DeskWords.of(frame, dossier(call, number).input().state())));
        return Pages.goTo(frame, "/calls/" + slug + "/desk/" + number);
    }

    private ModelAndView stale(Frame frame, Call call, Dossier dossier, Typed typed) {
        var errors = FormErrors.collector();
        errors.add("decision", frame.t("inputs.desk.stale"));
        return show(frame, call, dossier, typed, errors.done(), 409);
    }

    private void act(Frame frame, Call call, Dossier dossier, Typed typed, Actor actor, FormErrors.Collector errors) {
        InputId id = dossier.input().id();
        switch (typed.of("do")) {
            case "publish" -> publication.publish(id, dossier.input().version(), actor);
            case "reopen" -> publication.reopen(id, actor);
            case "withhold" -> {
                String reason = typed.of("reason");
                if (!Storable.is(reason) || reason.length() > LONGEST_REASON)
                    errors.add("reason", frame.t("inputs.desk.reason.wrong", LONGEST_REASON));
                else publication.withhold(id, reason, actor);
            }
            case "duplicate" -> {
                String of = typed.of("of").strip();
                InputId original = of.matches("\\d{1,9}")
                        ? publication
                                .find(call.id(), Integer.parseInt(of))
                                .map(InputRecord::id)
                                .orElse(null)
                        : null;
                if (original == null) errors.add("of", frame.t("inputs.desk.of.wrong"));
                else publication.markDuplicate(id, original, actor);
            }
            case "withdraw" -> {
                if (typed.of("confirm").isEmpty()) errors.add("confirm", frame.t("inputs.desk.withdraw.unconfirmed"));
                else inputs.withdraw(id, actor);
            }
            default -> throw Refusal.badRequest();
        }
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @GetMapping("/calls/{slug}/desk/{number:\\d{1,9}}/files/{file}")
    ResponseEntity<Resource> file(@PathVariable String slug, @PathVariable int number, @PathVariable UUID file) {
        boolean attached = dossier(call(slug), number).files().stream()
                .anyMatch(one -> one.file().equals(file));
        if (!attached) throw Refusal.notFound();
        return download.of(files.find(new FileId(file)).orElseThrow(Refusal::notFound));
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @GetMapping("/calls/{slug}/desk/{number:\\d{1,9}}/beside/{other:\\d{1,9}}")
    ModelAndView beside(Frame frame, @PathVariable String slug, @PathVariable int number, @PathVariable int other) {
        Call call = call(slug);
        Dossier left = dossier(call, number);
        Dossier right = dossier(call, other);
        if (number == other || isGone(left) || isGone(right)) throw Refusal.notFound();
        Set<String> questions = new LinkedHashSet<>();
        left.answers().forEach(given -> questions.add(given.question()));
        right.answers().forEach(given -> questions.add(given.question()));
        List<BesidePage.Row> rows = questions.stream()
                .map(code -> {
                    String one = left.answer(code).map(Given::text).orElse("");
                    String two = right.answer(code).map(Given::text).orElse("");
                    return new BesidePage.Row(code, label(left, code), one, two, one.equals(two));
                })
                .toList();
        return Pages.show(
                frame, "inputs/web/beside", new BesidePage(call, side(frame, left), side(frame, right), rows));
    }

    private static BesidePage.Side side(Frame frame, Dossier dossier) {
        return new BesidePage.Side(
                dossier.input().number(),
                DeskWords.name(
                        frame,
                        dossier.input().number(),
                        dossier.input().respondent().speaker()),
                dossier.input().language());
    }

    private ModelAndView show(Frame frame, Call call, Dossier dossier, Typed typed, FormErrors errors, int status) {
        if (isGone(dossier)) return gone(frame, call, dossier.input(), errors, status);
        Examination checks = moderation.examine(dossier);
        InputRecord input = dossier.input();
        List<Part> parts = dossier.answers().stream()
                .map(given -> new Part(
                        given.question(),
                        label(dossier, given.question()),
                        layout.of(frame, dossier.questionnaire(), given.question(), given.value(), given.text()),
                        stretches(given.text(), checks.personal().getOrDefault(given.question(), List.of()))))
                .toList();
        int duplicateOf = input.duplicateOf() == null
                ? 0
                : publication.find(input.duplicateOf()).map(InputRecord::number).orElse(0);
        List<ActLine> acts = audit.of(input.subject(), ACTS).stream()
                .map(act -> new ActLine(
                        DeskWords.act(frame, act.action()),
                        frame.dateTime(act.at()),
                        ActorWords.of(frame, act),
                        Json.tree(act.details()).path("reason").asString("")))
                .toList();
        var page = new DeskInputPage(
                call,
                dossier,
                checks,
                parts,
                attached(frame, call, dossier),
                checks.missing().stream().map(code -> label(dossier, code)).toList(),
                duplicateOf,
                typed,
                errors,
                acts,
                terms);
        return Pages.show(frame, "inputs/web/desk-input", page, status);
    }

    private static boolean isGone(Dossier dossier) {
        return dossier.input().state() == InputRecord.State.WITHDRAWN;
    }

    // Who acted and why stays in the audit record; here it could tell whose input it was or what it said.
    private ModelAndView gone(Frame frame, Call call, InputRecord input, FormErrors errors, int status) {
        List<DeskWithdrawnPage.Act> acts = audit.of(input.subject(), ACTS).stream()
                .map(act -> new DeskWithdrawnPage.Act(DeskWords.act(frame, act.action()), frame.dateTime(act.at())))
                .toList();
        var page = new DeskWithdrawnPage(
                call, input.number(), input.state(), Objects.requireNonNull(input.withdrawnAt()), acts, errors);
        return Pages.show(frame, "inputs/web/desk-withdrawn", page, status);
    }

    private List<Attached> attached(Frame frame, Call call, Dossier dossier) {
        String base =
                frame.url("/calls/" + call.slug() + "/desk/" + dossier.input().number() + "/files/");
        Map<FileId, StoredFile> stored =
                files
                        .find(dossier.files().stream()
                                .map(one -> new FileId(one.file()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(StoredFile::id, file -> file));
        List<Attached> attached = new ArrayList<>();
        for (Dossier.Attachment one : dossier.files()) {
            StoredFile file = stored.get(new FileId(one.file()));
            if (file == null) continue;
            attached.add(new Attached(
                    base + one.file(),
                    one.title().isBlank() ? file.name() : one.title(),
                    file.name(),
                    frame.t("inputs.desk.kilobytes", frame.number(Math.max(1, file.size() / 1024))),
                    one.isOriginal()));
        }
        return attached;
    }

    private static List<Stretch> stretches(String text, List<Spot> spots) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (Spot spot : spots) {
            if (spot.start() > from) stretches.add(new Stretch(text.substring(from, spot.start()), null));
            stretches.add(new Stretch(text.substring(spot.start(), spot.end()), spot.kind()));
            from = spot.end();
        }
        if (from < text.length()) stretches.add(new Stretch(text.substring(from), null));
        return stretches;
    }

    private static LocalizedText label(Dossier dossier, String code) {
        return dossier.questionnaire().labelOf(code);
    }

    private Call call(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    private Dossier dossier(Call call, int number) {
        return moderation.dossier(call.id(), number).orElseThrow(Refusal::notFound);
    }
}
