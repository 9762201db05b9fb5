package org.throughline.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.groups.Group;
import org.throughline.groups.GroupDesk;
import org.throughline.groups.GroupFacts;
import org.throughline.groups.Groups;
import org.throughline.groups.MandateNames;
import org.throughline.groups.SeatDesk;
import org.throughline.groups.SeatDesk.Kept;
import org.throughline.platform.Certainty;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// Where the secretariat adds groups and corrects what is on record of them.
@Controller
class GroupDeskPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Groups groups;
    private final GroupDesk desk;
    private final SeatDesk seats;
    private final Vocabulary vocabulary;
    private final ObjectProvider<MandateNames> mandates;
    private final AuditTrail audit;

    GroupDeskPages(
            Groups groups,
            GroupDesk desk,
            SeatDesk seats,
            Vocabulary vocabulary,
            ObjectProvider<MandateNames> mandates,
            AuditTrail audit) {
        this.groups = groups;
        this.desk = desk;
        this.seats = seats;
        this.vocabulary = vocabulary;
        this.mandates = mandates;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/groups/new")
    ModelAndView blank(Frame frame) {
        return show(frame, null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/new")
    ModelAndView add(
            Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        String code = GroupForm.code(
                frame, typed, groups.all().stream().map(Group::code).toList(), errors);
        GroupFacts facts = GroupForm.read(frame, typed, slug -> isInstrument(frame, slug), errors);
        if (facts == null) return show(frame, null, typed, errors.done(), UNPROCESSABLE);
        desk.add(code, facts, actor);
        FrameResolver.notice(request, frame.t("groups.desk.group.added"));
        return Pages.goTo(frame, "/groups/" + code);
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/edit")
    ModelAndView edit(Frame frame, @PathVariable String code) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        return show(frame, group, GroupFacts.of(group).form(), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        GroupFacts facts = GroupForm.read(frame, typed, slug -> isInstrument(frame, slug), errors);
        if (facts == null) return show(frame, group, typed, errors.done(), UNPROCESSABLE);
        if (group.version() != version) return show(frame, group, typed, FormErrors.NONE, CONFLICT);
        desk.change(code, facts, version, actor);
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, "/groups/" + code);
    }

    // Where nobody keeps instruments, nobody can say that there is none of this name.
    private boolean isInstrument(Frame frame, String slug) {
        List<MandateNames> known = mandates.stream().toList();
        return known.isEmpty()
                || known.stream().anyMatch(names -> names.of(frame, slug).isPresent());
    }

    private ModelAndView show(Frame frame, @Nullable Group group, Typed typed, FormErrors errors, int status) {
        List<Kept> all = group == null ? List.of() : seats.of(group.code());
        boolean stale = status == CONFLICT;
        var page = new GroupEditPage(
                group == null ? "" : group.code(),
                group == null ? 0 : group.version(),
                stale,
                stale && group != null
                        ? Differences.between(typed, GroupFacts.of(group).form(), GroupForm.labels(frame))
                        : List.of(),
                typed,
                errors,
                LanguagePart.all(frame, typed, errors, Languages.ALL, "name"),
                FactFields.certainties(frame, typed),
                links(frame, all.stream().filter(one -> one.retired().isEmpty())),
                links(frame, all.stream().filter(one -> !one.retired().isEmpty())),
                group == null ? List.of() : acts(frame, group));
        return Pages.show(frame, "groups/web/group-edit", page, status);
    }

    private List<GroupEditPage.SeatLink> links(Frame frame, Stream<Kept> some) {
        return some.map(one -> new GroupEditPage.SeatLink(
                        "/groups/" + one.group() + "/seats/" + one.seat().id(),
                        GroupWords.who(frame, vocabulary, one.seat()),
                        GroupWords.about(frame, one.seat()),
                        one.retired()))
                .toList();
    }

    private List<GroupActs.Line> acts(Frame frame, Group group) {
        return GroupActs.of(
                frame,
                audit,
                GroupDesk.subject(group.code()),
                GroupForm.labels(frame),
                (field, value) -> field.equals("certainty")
                        ? Certainty.of(value)
                                .map(one -> GroupWords.certainty(frame, one))
                                .orElse(value)
                        : value);
    }
}
