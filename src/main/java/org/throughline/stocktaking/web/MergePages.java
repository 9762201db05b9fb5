package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.Duplicates;
import org.throughline.stocktaking.EntryReading;
import org.throughline.stocktaking.MergeContent;
import org.throughline.stocktaking.MergeContent.Take;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectMerges;
import org.throughline.stocktaking.ProjectMerges.Side;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRefused;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.stocktaking.ProjectRevisions;
import org.throughline.stocktaking.Violation;
import org.throughline.vocabulary.TermNames;

/// Making two entries for the same project one, choosing for each field whose words stay.
@Controller
class MergePages {

    private final ProjectDesk desk;
    private final ProjectMerges merges;
    private final EntryReading reading;
    private final TermNames terms;
    private final ProjectRevisions revisions;
    private final ProjectWords words;

    MergePages(
            ProjectDesk desk,
            ProjectMerges merges,
            EntryReading reading,
            TermNames terms,
            ProjectRevisions revisions,
            ProjectWords words) {
        this.desk = desk;
        this.merges = merges;
        this.reading = reading;
        this.terms = terms;
        this.revisions = revisions;
        this.words = words;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk/{number:\\d{1,18}}/merge")
    ModelAndView prepare(Frame frame, @PathVariable long number, @RequestParam(defaultValue = "") String with) {
        return show(frame, find(number), with, Typed.NOTHING, FormErrors.NONE, 200);
    }

    private ModelAndView show(
            Frame frame, ProjectRecord stays, String with, Typed typed, FormErrors errors, int status) {
        ProjectRecord gone = other(with).orElse(null);
        if (!with.isBlank() && (gone == null || !fits(stays, gone)) && errors.isEmpty()) {
            var wrong = FormErrors.collector();
            wrong.add("with", frame.t("stocktaking.problem.merge"));
            return show(frame, stays, with, typed, wrong.done(), 422);
        }
        boolean ready = gone != null && fits(stays, gone);
        MergeContent content = ready ? merges.content(stays, gone) : null;
        return Pages.show(
                frame,
                "stocktaking/web/merge",
                new MergePage(
                        stays,
                        ready ? gone : null,
                        face(frame, stays),
                        ready ? face(frame, gone) : null,
                        ready ? List.of() : choices(frame, stays),
                        content == null ? List.of() : rows(frame, content, stays, gone, typed),
                        content != null && !content.gone().consent().text(),
                        with,
                        errors),
                status);
    }

    private List<MergePage.Choice> choices(Frame frame, ProjectRecord stays) {
        List<MergePage.Choice> choices = new ArrayList<>();
        for (Duplicates.Likely one : reading.likely(stays))
            desk.find(one.number())
                    .filter(found -> fits(stays, found))
                    .ifPresent(found -> choices.add(new MergePage.Choice(one, face(frame, found))));
        return choices;
    }

    private MergePage.Face face(Frame frame, ProjectRecord entry) {
        ProjectRevision newest = revisions.find(entry.id(), entry.revision()).orElseThrow();
        return new MergePage.Face(
                newest.entityName(),
                words.countries(frame, Answers.codes(newest.answers().get("countries"))),
                ProjectLines.opening(newest.summary()),
                frame.date(entry.receivedAt()));
    }

    private static boolean fits(ProjectRecord stays, ProjectRecord gone) {
        return !stays.id().equals(gone.id())
                && stays.collection().equals(gone.collection())
                && !ProjectDeskPages.isGone(gone);
    }

    private List<MergePage.Row> rows(
            Frame frame, MergeContent content, ProjectRecord stays, ProjectRecord gone, Typed typed) {
        List<MergePage.Row> rows = new ArrayList<>();
        for (MergeContent.Difference one : content.differences()) {
            String sent = typed.of("take-" + one.field().code());
            Take chosen = sent.isEmpty() ? one.first() : Take.of(sent);
            List<Option> options = new ArrayList<>();
            options.add(option(frame.t("stocktaking.merge.from", stays.number()), Take.STAYS, chosen));
            options.add(option(frame.t("stocktaking.merge.from", gone.number()), Take.GONE, chosen));
            if (one.both()) options.add(option(frame.t("stocktaking.merge.both"), Take.BOTH, chosen));
            rows.add(new MergePage.Row(
                    one.field().code(),
                    FieldNames.of(frame, one.field()),
                    FieldText.isWritten(one.field()),
                    FieldText.of(frame, terms, one.field(), one.stays()),
                    FieldText.of(frame, terms, one.field(), one.gone()),
                    options));
        }
        return rows;
    }

    private static Option option(String label, Take take, Take chosen) {
        return new Option(take.word(), label, take == chosen);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/{number:\\d{1,18}}/merge")
    ModelAndView merge(
            Frame frame,
            Actor actor,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        ProjectRecord stays = find(number);
        ProjectRecord gone = other(typed.of("with")).orElseThrow(Refusal::notFound);
        Map<String, Take> takes = new HashMap<>();
        typed.values().keySet().stream()
                .filter(name -> name.startsWith("take-"))
                .forEach(name -> takes.put(name.substring("take-".length()), Take.of(typed.of(name))));
        UUID batch;
        try {
            batch = merges.merge(
                    new Side(stays.id(), seen(typed.of("version"))),
                    new Side(gone.id(), seen(typed.of("other-version"))),
                    takes,
                    actor);
        } catch (Refusal refusal) {
            return show(frame, find(number), typed.of("with"), typed, errors(frame, refusal), refusal.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.merge.done", gone.number(), stays.number()));
        return Pages.goTo(frame, "/stocktaking/desk/batches/" + batch);
    }

    private static FormErrors errors(Frame frame, Refusal refusal) {
        var errors = FormErrors.collector();
        errors.add("merge", frame.t(refusal.messageKey(), refusal.arguments().toArray()));
        if (refusal instanceof ProjectRefused refused)
            for (Violation one : refused.violations())
                errors.add("take-" + one.field(), one.field() + ": " + one.words(frame.texts()));
        return errors.done();
    }

    private static int seen(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private Optional<ProjectRecord> other(@Nullable String typed) {
        String number = typed == null ? "" : typed.strip();
        return number.matches("\\d{1,18}") ? desk.find(Long.parseLong(number)) : Optional.empty();
    }

    private ProjectRecord find(long number) {
        ProjectRecord project = desk.find(number).orElseThrow(Refusal::notFound);
        if (ProjectDeskPages.isGone(project)) throw Refusal.notFound();
        return project;
    }
}
