package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.throughline.audit.Actor;
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.PersonId;
import org.throughline.directory.Role;
import org.throughline.directory.Roster;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;

/// The operator's pages about people: the list, and one person with roles and the lock.
@Controller
class PeoplePages {

    private final Roster roster;

    PeoplePages(Roster roster) {
        this.roster = roster;
    }

    @Requires(Permission.OPERATE)
    @GetMapping("/people")
    ModelAndView list(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(required = false) @Nullable UUID after) {
        Role only = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst()
                .orElse(null);
        var found = roster.find(q, only, after == null ? null : new PersonId(after), actor);
        var page = new PeoplePage(
                q,
                roleOptions(frame, only == null ? Set.of() : Set.of(only)),
                found.total(),
                found.lines().stream().map(line -> line(frame, line)).toList(),
                found.next() == null ? null : nextPage(frame, q, role, found.next()));
        return Pages.show(frame, "directory/web/people", page);
    }

    @Requires(Permission.OPERATE)
    @GetMapping("/people/{id}")
    ModelAndView person(@PathVariable UUID id, Frame frame, Actor actor) {
        var person = new PersonId(id);
        var line = roster.find(person, actor).orElseThrow(Refusal::notFound);
        var page = new PersonPage(
                line(frame, line),
                frame.date(line.person().createdAt()),
                roleOptions(frame, line.roles()).stream()
                        .map(option -> explained(frame, option))
                        .toList(),
                roster.acts(person, actor).stream().map(act -> act(frame, act)).toList());
        return Pages.show(frame, "directory/web/person", page);
    }

    @Requires(Permission.OPERATE)
    @PostMapping("/people/{id}/roles")
    ModelAndView assign(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<Role> roles,
            Frame frame,
            Actor actor,
            HttpServletRequest request) {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        if (roles != null) chosen.addAll(roles);
        roster.assign(new PersonId(id), chosen, actor);
        return done(frame, id, frame.t("directory.person.roles.saved"), request);
    }

    @Requires(Permission.OPERATE)
    @PostMapping("/people/{id}/lock")
    ModelAndView lock(@PathVariable UUID id, Frame frame, Actor actor, HttpServletRequest request) {
        roster.lock(new PersonId(id), actor);
        return done(frame, id, frame.t("directory.person.lock.done"), request);
    }

    @Requires(Permission.OPERATE)
    @PostMapping("/people/{id}/lock-removal")
    ModelAndView unlock(@PathVariable UUID id, Frame frame, Actor actor, HttpServletRequest request) {
        roster.unlock(new PersonId(id), actor);
        return done(frame, id, frame.t("directory.person.unlock.done"), request);
    }

    private static ModelAndView done(Frame frame, UUID id, String notice, HttpServletRequest request) {
        FrameResolver.notice(request, notice);
        return Pages.goTo(frame, "/people/" + id);
    }

    private static String nextPage(Frame frame, String q, String role, PersonId after) {
        return UriComponentsBuilder.fromPath(frame.url("/people"))
                .queryParam("q", "{q}")
                .queryParam("role", "{role}")
                .queryParam("after", after.toString())
                .encode()
                .buildAndExpand(q, role)
                .toUriString();
    }

    private static List<Option> roleOptions(Frame frame, Set<Role> chosen) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.CONTRIBUTOR)
                .map(role -> new Option(role.name(), RoleWords.name(frame, role), chosen.contains(role)))
                .toList();
    }

    private static Option explained(Frame frame, Option option) {
        String does = RoleWords.does(frame, Role.valueOf(option.value()));
        return new Option(option.value(), frame.t("directory.person.role", option.label(), does), option.chosen());
    }

    private static PeoplePage.Line line(Frame frame, Roster.Line line) {
        return new PeoplePage.Line(
                line.person().id().toString(),
                line.person().name(),
                line.person().email().value(),
                line.roles().stream().map(role -> RoleWords.name(frame, role)).toList(),
                line.person().verifiedAt() != null,
                line.person().disabled());
    }

    private static PersonPage.ActLine act(Frame frame, AuditTrail.Act act) {
        return new PersonPage.ActLine(frame.dateTime(act.at()), RoleWords.act(frame, act), ActorWords.of(frame, act));
    }
}
