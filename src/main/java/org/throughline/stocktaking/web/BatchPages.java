package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectBatch;
import org.throughline.stocktaking.ProjectBatch.Kind;
import org.throughline.stocktaking.ProjectBatches;
import org.throughline.stocktaking.ProjectBatches.Pick;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectDesk.Filter;
import org.throughline.stocktaking.ProjectDesk.Listed;
import org.throughline.stocktaking.ProjectRecord;

/// Doing the same to many entries of the register, and taking it back.
@Controller
class BatchPages {

    private static final int SHOWN = 200;
    private static final int NEWEST = 50;
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Pattern PICK = Pattern.compile("(\\d{1,18}):(\\d{1,9})");

    private final ProjectBatches batches;
    private final ProjectDesk desk;
    private final Clock clock;

    BatchPages(ProjectBatches batches, ProjectDesk desk, Clock clock) {
        this.batches = batches;
        this.desk = desk;
        this.clock = clock;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk/batches")
    ModelAndView list(Frame frame) {
        return Pages.show(
                frame,
                "stocktaking/web/batches",
                new BatchesPage(batches.newest(NEWEST).stream()
                        .map(one -> new BatchesPage.Line(
                                BatchWords.of(frame, one),
                                frame.url("/stocktaking/desk/batches/" + one.id()),
                                one.begunAt(),
                                one.name(),
                                one.done(),
                                one.undone()))
                        .toList()));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk/batches/new")
    ModelAndView prepare(Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        return prepare(frame, Typed.of(sent), FormErrors.NONE, 200);
    }

    // Entries that came or were changed since the list was looked at are not meant.
    private static FormErrors changed(Frame frame, Typed typed, Listed now) {
        if (typed.of("seen").isEmpty() || typed.of("seen").equals(now.state())) return FormErrors.NONE;
        return said(frame, "chosen", ProjectBatches.listChanged(now));
    }

    private static FormErrors said(Frame frame, String field, Refusal refusal) {
        var errors = FormErrors.collector();
        errors.add(field, frame.t(refusal.messageKey(), refusal.arguments().toArray()));
        return errors.done();
    }

    private ModelAndView prepare(Frame frame, Typed typed, FormErrors errors, int status) {
        Kind kind = kind(typed).orElse(Kind.PUBLISH);
        Filter filter = RegisterDeskPages.filter(typed);
        boolean all = typed.of("all").equals("true");
        List<ProjectRecord> chosen = new ArrayList<>();
        if (!all) for (Pick pick : picks(typed)) desk.find(pick.number()).ifPresent(chosen::add);
        Listed listed = all ? desk.listed(filter) : new Listed(chosen.size(), "");
        long count = listed.count();
        if (count == 0 && errors.isEmpty()) {
            var nothing = FormErrors.collector();
            nothing.add("chosen", frame.t("stocktaking.problem.nothing-chosen"));
            return prepare(frame, typed, nothing.done(), 422);
        }
        return Pages.show(
                frame,
                "stocktaking/web/batch-new",
                new NewBatchPage(
                        kind,
                        BatchWords.intent(frame, kind),
                        BatchWords.follows(frame, kind),
                        count,
                        all ? filter : null,
                        listed.state(),
                        chosen,
                        desk.tags(),
                        RegisterDeskPages.address(frame, filter),
                        typed,
                        all && errors.isEmpty() ? changed(frame, typed, listed) : errors),
                status);
    }

    private static Optional<Kind> kind(Typed typed) {
        return switch (typed.of("do")) {
            case "publish" -> Optional.of(Kind.PUBLISH);
            case "decline" -> Optional.of(Kind.DECLINE);
            case "tag" -> Optional.of(Kind.TAG);
            case "untag" -> Optional.of(Kind.UNTAG);
            default -> Optional.empty();
        };
    }

    private static List<Pick> picks(Typed typed) {
        List<Pick> picks = new ArrayList<>();
        for (String one : typed.all("n")) {
            Matcher pick = PICK.matcher(one);
            if (pick.matches()) picks.add(new Pick(Long.parseLong(pick.group(1)), Integer.parseInt(pick.group(2))));
        }
        return picks.stream().distinct().limit(SHOWN).toList();
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/batches")
    ModelAndView begin(Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Kind kind = kind(typed).orElseThrow(Refusal::badRequest);
        String words = typed.of("words");
        UUID id;
        try {
            id = typed.of("all").equals("true")
                    ? batches.begin(kind, words, RegisterDeskPages.filter(typed), typed.of("seen"), actor)
                    : batches.begin(kind, words, picks(typed), actor);
        } catch (Refusal refusal) {
            boolean chosen = Set.of("nothing-chosen", "list-changed").contains(refusal.slug());
            return prepare(frame, typed, said(frame, chosen ? "chosen" : "words", refusal), refusal.status());
        }
        batches.work(id);
        return Pages.goTo(frame, "/stocktaking/desk/batches/" + id);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk/batches/{id}")
    ModelAndView show(Frame frame, @PathVariable UUID id) {
        ProjectBatch batch = batches.find(id).orElseThrow(Refusal::notFound);
        boolean silent =
                batch.isRunning() && batch.seenAt().isBefore(clock.instant().minus(SILENCE));
        return Pages.show(
                frame,
                "stocktaking/web/batch",
                new BatchPage(
                        batch,
                        BatchWords.of(frame, batch),
                        batch.name(),
                        silent,
                        batches.outcomes(id, "done", SHOWN),
                        batches.outcomes(id, "skipped", SHOWN),
                        batches.outcomes(id, "undone", SHOWN),
                        batches.outcomes(id, "kept", SHOWN)));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/batches/{id}/stop")
    ModelAndView stop(Frame frame, @PathVariable UUID id) {
        batches.stop(id);
        return Pages.goTo(frame, "/stocktaking/desk/batches/" + id);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/batches/{id}/continuation")
    ModelAndView goOn(Frame frame, @PathVariable UUID id) {
        batches.work(id);
        return Pages.goTo(frame, "/stocktaking/desk/batches/" + id);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/batches/{id}/undo")
    ModelAndView undo(Frame frame, @PathVariable UUID id, HttpServletRequest request) {
        batches.undo(id);
        batches.work(id);
        FrameResolver.notice(request, frame.t("stocktaking.batch.undo.done"));
        return Pages.goTo(frame, "/stocktaking/desk/batches/" + id);
    }
}
