package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.directory.PersonId;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.Keepers;
import org.throughline.stocktaking.Keepers.Invitation;
import org.throughline.stocktaking.Keepers.State;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.OwnershipClaims;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;

/// Keeping an entry with others: asking them, answering, leaving, handing over, and deciding who owns it.
@Controller
class ProjectKeeperPages {

    private final OwnProjects own;
    private final Keepers keepers;
    private final OwnershipClaims claims;
    private final MyProjectPages entries;
    private final PublishedProjects published;

    ProjectKeeperPages(
            OwnProjects own,
            Keepers keepers,
            OwnershipClaims claims,
            MyProjectPages entries,
            PublishedProjects published) {
        this.own = own;
        this.keepers = keepers;
        this.claims = claims;
        this.entries = entries;
        this.published = published;
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/keepers")
    ModelAndView invite(
            Frame frame,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "keeper") String role,
            Actor actor,
            HttpServletRequest request) {
        ProjectRecord entry = own.get(number, actor);
        KeeperRole wanted = role.equals("owner") ? KeeperRole.OWNER : KeeperRole.KEEPER;
        try {
            keepers.invite(entry.id(), email, wanted, actor);
        } catch (Refusal refusal) {
            if (refusal.status() == 404) throw refusal;
            var errors = FormErrors.collector()
                    .add(
                            "email",
                            frame.t(refusal.messageKey(), refusal.arguments().toArray()));
            return Pages.show(
                    frame,
                    "stocktaking/web/my-project",
                    entries.page(frame, entry, actor, errors.done()),
                    refusal.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.mine.keepers.asked", email.strip()));
        return Pages.goTo(frame, "/my/projects/" + number);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/keepers/{person}/removal")
    ModelAndView remove(
            Frame frame,
            @PathVariable long number,
            @PathVariable String person,
            Actor actor,
            HttpServletRequest request) {
        ProjectRecord entry = own.get(number, actor);
        PersonId who = new PersonId(DraftDesk.uuid(person));
        keepers.remove(entry.id(), who, actor);
        FrameResolver.notice(request, frame.t("stocktaking.mine.keepers.removed"));
        return Pages.goTo(frame, who.value().equals(actor.person()) ? "/my/projects" : "/my/projects/" + number);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/invitations/{invitation}/removal")
    ModelAndView uninvite(
            Frame frame,
            @PathVariable long number,
            @PathVariable String invitation,
            Actor actor,
            HttpServletRequest request) {
        keepers.uninvite(own.get(number, actor).id(), DraftDesk.uuid(invitation), actor);
        FrameResolver.notice(request, frame.t("stocktaking.mine.keepers.taken-back"));
        return Pages.goTo(frame, "/my/projects/" + number);
    }

    /// Looking at a link uses nothing up: mail scanners look at every link.
    @OpenToAll
    @GetMapping("/my/projects/invitations/{secret}")
    ModelAndView invitation(Frame frame, @PathVariable String secret, @Nullable Actor actor) {
        return show(frame, secret, keepers.find(secret).orElseThrow(Refusal::notFound));
    }

    private static ModelAndView show(Frame frame, String secret, Invitation asked) {
        return Pages.show(
                frame,
                "stocktaking/web/keeper-invitation",
                new InvitationPage(asked, frame.url("/my/projects/invitations/" + secret)));
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/invitations/{secret}")
    ModelAndView answer(
            Frame frame,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer,
            Actor actor,
            HttpServletRequest request) {
        Invitation asked = keepers.find(secret).orElseThrow(Refusal::notFound);
        if (!answer.equals("yes") && !answer.equals("no")) return show(frame, secret, asked);
        State state = keepers.answer(secret, answer.equals("yes"), actor);
        if (state == State.ACCEPTED && keepers.role(asked.entry().id(), actor).isPresent()) {
            FrameResolver.notice(request, frame.t("stocktaking.mine.keepers.welcome"));
            return Pages.goTo(frame, "/my/projects/" + asked.entry().number());
        }
        return show(frame, secret, keepers.find(secret).orElseThrow());
    }

    /// Open to all, so that who is asked to sign in reads first what for.
    @OpenToAll
    @GetMapping("/stocktaking/{number:\\d{1,9}}/claim")
    ModelAndView askClaim(Frame frame, @PathVariable long number, @Nullable Actor actor) {
        return claim(frame, claims.claimable(number), "", actor, FormErrors.NONE, 200);
    }

    private ModelAndView claim(
            Frame frame, ProjectRecord entry, String words, @Nullable Actor actor, FormErrors errors, int status) {
        PublishedProject shown = published.find(entry.number()).orElseThrow(Refusal::notFound);
        return Pages.show(
                frame,
                "stocktaking/web/claim",
                new ClaimPage(shown, words, actor != null && claims.waits(entry.id(), actor), errors),
                status);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/stocktaking/{number:\\d{1,9}}/claim")
    ModelAndView claim(
            Frame frame,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String words,
            Actor actor,
            HttpServletRequest request) {
        ProjectRecord entry = claims.claimable(number);
        try {
            claims.claim(number, words, actor);
        } catch (Refusal refusal) {
            if (refusal.status() == 404) throw refusal;
            var errors = FormErrors.collector()
                    .add(
                            "words",
                            frame.t(refusal.messageKey(), refusal.arguments().toArray()));
            return claim(frame, entry, words, actor, errors.done(), refusal.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.claim.done"));
        return Pages.goTo(frame, "/stocktaking/" + number);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/claims")
    ModelAndView desk(Frame frame) {
        return Pages.show(frame, "stocktaking/web/claim-desk", new ClaimDeskPage(claims.waiting()));
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/claims/{claim}")
    ModelAndView decide(
            Frame frame,
            @PathVariable long number,
            @PathVariable String claim,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            HttpServletRequest request) {
        if (!decision.equals("grant") && !decision.equals("refuse")) throw Refusal.badRequest();
        own.get(number, actor);
        claims.decide(DraftDesk.uuid(claim), decision.equals("grant"), reason, actor);
        FrameResolver.notice(
                request,
                decision.equals("grant") ? frame.t("stocktaking.claim.granted") : frame.t("stocktaking.claim.refused"));
        return Pages.goTo(frame, "/my/projects/" + number);
    }
}
