package org.throughline.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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
import org.throughline.notices.Mailing;
import org.throughline.notices.MailingId;
import org.throughline.notices.Mailings;
import org.throughline.notices.web.MailingDraftPage.LanguagePart;
import org.throughline.notices.web.MailingProgressPage.ActLine;
import org.throughline.platform.Csv;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.WholeNumber;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat writes to all members, and watches the letter go out.
@Controller
class MailingPages {

    private final Mailings mailings;
    private final Clock clock;

    MailingPages(Mailings mailings, Clock clock) {
        this.mailings = mailings;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mailings")
    ModelAndView list(Frame frame, Actor actor) {
        return Pages.show(frame, "notices/web/mailings", new MailingsPage(mailings.newest(actor), mailings.audience()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings")
    ModelAndView begin(Frame frame, Actor actor) {
        return Pages.goTo(frame, "/mailings/" + mailings.begin(actor));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mailings/{id}")
    ModelAndView show(Frame frame, Actor actor, @PathVariable UUID id) {
        Mailing mailing = mailings.get(new MailingId(id), actor);
        if (mailing.state() == Mailing.State.DRAFT)
            return form(frame, mailing, mailing.version(), filled(mailing), FormErrors.NONE, 200);
        return progress(frame, actor, mailing);
    }

    private ModelAndView progress(Frame frame, Actor actor, Mailing mailing) {
        Mailings.Progress progress = mailings.progress(mailing.id(), actor);
        List<ActLine> acts = mailings.acts(mailing.id(), actor).stream()
                .map(act -> new ActLine(
                        NoticeActs.words(frame, act.action()), frame.dateTime(act.at()), ActorWords.of(frame, act)))
                .toList();
        var page = new MailingProgressPage(
                progress,
                end(mailing),
                mailing.state() == Mailing.State.DONE
                        && progress.inDoubt() > 0
                        && mailings.isDoubtOpen(mailing.id(), actor),
                acts);
        return Pages.show(frame, "notices/web/mailing-progress", page);
    }

    private @Nullable Instant end(Mailing mailing) {
        if (mailing.state() != Mailing.State.SENDING) return null;
        long left = Math.max(0, mailing.listed() - mailing.handed() - mailing.leftOut());
        return clock.instant().plus(Duration.ofMinutes(left).dividedBy(mailing.perMinute()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}")
    ModelAndView write(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Mailing mailing = mailings.get(new MailingId(id), actor);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        OptionalLong perMinute = check(frame, typed, errors);
        if (!errors.isEmpty()) return form(frame, mailing, version, typed, errors.done(), 422);
        try {
            mailings.write(
                    mailing.id(),
                    version,
                    typed.text("subject"),
                    typed.text("body"),
                    (int) perMinute.orElseThrow(),
                    actor);
        } catch (Refusal refusal) {
            if (!refusal.slug().equals("stale") || mailing.state() != Mailing.State.DRAFT) throw refusal;
            return form(frame, mailings.get(mailing.id(), actor), version, typed, FormErrors.NONE, 409);
        }
        FrameResolver.notice(request, frame.t("notices.mailing.saved"));
        return Pages.goTo(frame, "/mailings/" + id + (typed.of("then").equals("check") ? "/check" : ""));
    }

    private static OptionalLong check(Frame frame, Typed typed, FormErrors.Collector errors) {
        LocalizedText subject = typed.text("subject");
        LocalizedText body = typed.text("body");
        typed.unstorable().forEach(field -> errors.add(field, frame.t("notices.problem.signs")));
        for (String language : Languages.ALL) {
            String name = Languages.endonym(language);
            if (body.in(language).isPresent() && subject.in(language).isEmpty())
                errors.add("subject-" + language, frame.t("notices.problem.subject-missing", name));
            if (subject.in(language).isPresent() && body.in(language).isEmpty())
                errors.add("body-" + language, frame.t("notices.problem.body-missing", name));
            if (subject.in(language).orElse("").length() > Mailings.LONGEST_SUBJECT
                    || subject.in(language).orElse("").contains("\n"))
                errors.add(
                        "subject-" + language, frame.t("notices.problem.subject-long", name, Mailings.LONGEST_SUBJECT));
            if (body.in(language).orElse("").length() > Mailings.LONGEST_BODY)
                errors.add("body-" + language, frame.t("notices.problem.body-long", name, Mailings.LONGEST_BODY));
        }
        OptionalLong perMinute = WholeNumber.read(typed.of("per-minute"));
        if (perMinute.isEmpty() || perMinute.getAsLong() < 1 || perMinute.getAsLong() > Mailings.FASTEST)
            errors.add("per-minute", frame.t("notices.problem.per-minute", Mailings.FASTEST));
        return perMinute;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mailings/{id}/check")
    ModelAndView check(Frame frame, Actor actor, @PathVariable UUID id) {
        Mailing mailing = mailings.get(new MailingId(id), actor);
        if (mailing.state() != Mailing.State.DRAFT || mailing.body().isEmpty())
            return Pages.goTo(frame, "/mailings/" + id);
        List<MailingCheckPage.Letter> letters = mailing.body().texts().keySet().stream()
                .flatMap(language -> mailings.preview(mailing.id(), language, actor).stream())
                .map(mail -> new MailingCheckPage.Letter(
                        mail.language(), Languages.endonym(mail.language()), mail.subject(), mail.text()))
                .toList();
        var page = new MailingCheckPage(
                mailing,
                mailings.audience(mailing),
                letters,
                mailing.body().missing(),
                mailings.needsAnother(mailing, actor));
        return Pages.show(frame, "notices/web/mailing-check", page);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}/test")
    ModelAndView tryOut(Frame frame, Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        mailings.tryOut(new MailingId(id), actor);
        FrameResolver.notice(request, frame.t("notices.mailing.tried"));
        return Pages.goTo(frame, "/mailings/" + id + "/check");
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}/release")
    ModelAndView release(Frame frame, Actor actor, @PathVariable UUID id, @RequestParam int version) {
        mailings.release(new MailingId(id), version, actor);
        return Pages.goTo(frame, "/mailings/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}/stop")
    ModelAndView stop(Frame frame, Actor actor, @PathVariable UUID id) {
        mailings.stop(new MailingId(id), actor);
        return Pages.goTo(frame, "/mailings/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}/resume")
    ModelAndView resume(Frame frame, Actor actor, @PathVariable UUID id) {
        mailings.resume(new MailingId(id), actor);
        return Pages.goTo(frame, "/mailings/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}/doubtful")
    ModelAndView sendDoubtfulAgain(Frame frame, Actor actor, @PathVariable UUID id) {
        mailings.sendDoubtfulAgain(new MailingId(id), actor);
        return Pages.goTo(frame, "/mailings/" + id);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}/doubtful/left")
    ModelAndView leaveDoubtful(Frame frame, Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        mailings.leaveDoubtful(new MailingId(id), actor);
        FrameResolver.notice(request, frame.t("notices.doubt.is-left"));
        return Pages.goTo(frame, "/mailings/" + id);
    }

    /// Who is in doubt, and since when, to be looked up in the mail server's log.
    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mailings/{id}/doubtful.csv")
    ResponseEntity<String> doubtful(Actor actor, @PathVariable UUID id) {
        var rows = new StringBuilder();
        Csv.row(rows, List.of("address", "begunAt"));
        for (var one : mailings.doubtful(new MailingId(id), actor))
            Csv.row(rows, List.of(one.to(), one.begunAt().toString()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .body(rows.toString());
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mailings/{id}/deletion")
    ModelAndView delete(Frame frame, Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        mailings.delete(new MailingId(id), actor);
        FrameResolver.notice(request, frame.t("notices.mailing.deleted"));
        return Pages.goTo(frame, "/mailings");
    }

    private static Typed filled(Mailing mailing) {
        return new Typed.Filler()
                .put("subject", mailing.subject())
                .put("body", mailing.body())
                .put("per-minute", String.valueOf(mailing.perMinute()))
                .done();
    }

    private static ModelAndView form(
            Frame frame, Mailing mailing, int version, Typed typed, FormErrors errors, int status) {
        List<LanguagePart> parts = Languages.ALL.stream()
                .map(language -> {
                    boolean empty = typed.of("body-" + language).isBlank()
                            && typed.of("subject-" + language).isBlank();
                    boolean wrong = errors.of("subject-" + language) != null || errors.of("body-" + language) != null;
                    return new LanguagePart(
                            language,
                            Languages.endonym(language),
                            empty,
                            wrong || !empty || language.equals(frame.language()));
                })
                .toList();
        var page = new MailingDraftPage(
                mailing, status == 409 ? mailing.version() : version, typed, parts, status == 409, errors);
        return Pages.show(frame, "notices/web/mailing-draft", page, status);
    }
}
