package org.throughline.notices.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.notices.Follow;
import org.throughline.notices.Follows;
import org.throughline.notices.Follows.Following;
import org.throughline.notices.Rhythm;
import org.throughline.notices.Subscriber;
import org.throughline.notices.TargetWords;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// What one follows: signed in, or by the link at the end of each digest. That link is also where a mail program's
/// button goes (RFC 8058): a POST to it stops everything, without a session and as often as it comes.
@Controller
class FollowListPages {

    private static final String MINE = "/account/follows";
    private static final String BY_MAIL = "/by-mail/follows/";

    private final Follows follows;
    private final TargetWords words;

    FollowListPages(Follows follows, TargetWords words) {
        this.follows = follows;
        this.words = words;
    }

    @SignedIn
    @GetMapping(MINE)
    ModelAndView mine(Frame frame, Actor actor) {
        return show(frame, follows.mine(actor), MINE, false);
    }

    @SignedIn
    @PostMapping(MINE + "/{follow}/{act:pause|go-on|end|rhythm}")
    ModelAndView changeMine(
            Frame frame,
            Actor actor,
            @PathVariable UUID follow,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String rhythm) {
        change(follows.mine(actor).subscriber(), follow, act, rhythm);
        return Pages.goTo(frame, MINE);
    }

    @SignedIn
    @PostMapping(MINE + "/{act:stop|return}")
    ModelAndView stopMine(Frame frame, Actor actor, @PathVariable String act) {
        stop(follows.mine(actor).subscriber(), act);
        return Pages.goTo(frame, MINE);
    }

    @OpenToAll
    @GetMapping(BY_MAIL + "{word}")
    ModelAndView byLink(
            Frame frame, @PathVariable String word, @RequestParam(defaultValue = "false") boolean confirmed) {
        return show(frame, following(word), BY_MAIL + word, confirmed);
    }

    @OpenToAll
    @PostMapping(BY_MAIL + "{word}")
    ModelAndView stopByMailProgram(Frame frame, @PathVariable String word) {
        follows.stop(following(word).subscriber());
        return show(frame, following(word), BY_MAIL + word, false);
    }

    @OpenToAll
    @PostMapping(BY_MAIL + "{word}/{follow}/{act:pause|go-on|end|rhythm}")
    ModelAndView changeByLink(
            Frame frame,
            @PathVariable String word,
            @PathVariable UUID follow,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String rhythm) {
        change(following(word).subscriber(), follow, act, rhythm);
        // Whoever ends the last one has no list any more to be sent back to.
        return follows.byLink(word)
                .map(left -> Pages.goTo(frame, BY_MAIL + word))
                .orElseGet(() -> Pages.show(
                        frame,
                        "notices/web/follows",
                        new FollowsPage(BY_MAIL + word, "", true, false, false, List.of())));
    }

    @OpenToAll
    @PostMapping(BY_MAIL + "{word}/{act:stop|return}")
    ModelAndView stopByLink(Frame frame, @PathVariable String word, @PathVariable String act) {
        stop(following(word).subscriber(), act);
        return Pages.goTo(frame, BY_MAIL + word);
    }

    private Following following(String word) {
        return follows.byLink(word).orElseThrow(LinkRefusals::notOurs);
    }

    private void change(Subscriber subscriber, UUID follow, String act, String rhythm) {
        switch (act) {
            case "pause" -> follows.pause(subscriber, follow);
            case "go-on" -> follows.unpause(subscriber, follow);
            case "end" -> follows.end(subscriber, follow);
            default -> follows.rhythm(subscriber, follow, Rhythm.of(rhythm).orElseThrow(Refusal::badRequest));
        }
    }

    private void stop(Subscriber subscriber, String act) {
        if (act.equals("stop")) follows.stop(subscriber);
        else follows.goOn(subscriber);
    }

    private ModelAndView show(Frame frame, Following following, String path, boolean confirmed) {
        boolean stopped = following.subscriber().stoppedAt() != null;
        List<FollowsPage.Line> lines =
                following.follows().stream().map(follow -> line(frame, follow)).toList();
        var page = new FollowsPage(path, following.address(), !path.equals(MINE), stopped, confirmed, lines);
        return Pages.show(frame, "notices/web/follows", page);
    }

    private FollowsPage.Line line(Frame frame, Follow follow) {
        return new FollowsPage.Line(
                follow.id(),
                words.of(follow.target(), frame.language()),
                follow.target().path(),
                follow.pausedAt() != null,
                follow.pausedAt() == null ? frame.date(follow.nextAt()) : null,
                FollowPages.rhythms(frame, follow.rhythm()));
    }
}
