package org.throughline.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.directory.EmailAddress;
import org.throughline.notices.Follow;
import org.throughline.notices.Follows;
import org.throughline.notices.Rhythm;
import org.throughline.notices.Target;
import org.throughline.notices.TargetWords;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;

/// Beginning to follow something. `/follow` takes the same parameters as the list of the register, so that a list
/// leads here with its own query, and `project=12` for one project.
@Controller
class FollowPages {

    private final Follows follows;
    private final TargetWords words;

    FollowPages(Follows follows, TargetWords words) {
        this.follows = follows;
        this.words = words;
    }

    @OpenToAll
    @GetMapping("/follow")
    ModelAndView ask(Frame frame, @RequestParam MultiValueMap<String, String> parameters) {
        return form(frame, target(parameters), Rhythm.WEEKLY, "", FormErrors.NONE, 200);
    }

    @OpenToAll
    @PostMapping("/follow")
    ModelAndView follow(
            Frame frame,
            @Nullable Actor actor,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String rhythm,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        Target target = target(parameters);
        var errors = FormErrors.collector();
        Optional<Rhythm> often = Rhythm.of(rhythm);
        if (often.isEmpty()) errors.add("rhythm", frame.t("notices.problem.rhythm"));
        Optional<EmailAddress> address = actor == null ? EmailAddress.parse(email) : Optional.empty();
        if (actor == null && address.isEmpty()) errors.add("email", frame.t("notices.problem.email"));
        if (!errors.isEmpty()) return form(frame, target, often.orElse(Rhythm.WEEKLY), email, errors.done(), 422);
        if (actor != null) {
            follows.follow(target, often.orElseThrow(), actor);
            FrameResolver.notice(request, frame.t("notices.follow.done"));
            return Pages.goTo(frame, "/account/follows");
        }
        follows.ask(target, often.orElseThrow(), address.orElseThrow(), frame.language(), request.getRemoteAddr());
        return Pages.show(
                frame,
                "notices/web/follow-sent",
                new FollowSentPage(address.get().value()));
    }

    private static Target target(MultiValueMap<String, String> parameters) {
        return Target.of(parameters).orElseThrow(Refusal::notFound);
    }

    private ModelAndView form(Frame frame, Target target, Rhythm chosen, String email, FormErrors errors, int status) {
        List<FollowPage.Field> fields = new ArrayList<>();
        target.parameters()
                .forEach((name, values) -> values.forEach(value -> fields.add(new FollowPage.Field(name, value))));
        var page = new FollowPage(
                target, words.of(target, frame.language()), fields, rhythms(frame, chosen), email, errors);
        return Pages.show(frame, "notices/web/follow", page, status);
    }

    static List<Option> rhythms(Frame frame, Rhythm chosen) {
        return Arrays.stream(Rhythm.values())
                .map(rhythm -> new Option(
                        rhythm.word(),
                        switch (rhythm) {
                            case DAILY -> frame.t("notices.rhythm.daily");
                            case WEEKLY -> frame.t("notices.rhythm.weekly");
                            case MONTHLY -> frame.t("notices.rhythm.monthly");
                        },
                        rhythm == chosen))
                .toList();
    }

    @OpenToAll
    @GetMapping("/by-mail/follow/{word}")
    ModelAndView look(Frame frame, @PathVariable String word) {
        Follow follow = follows.look(word).orElseThrow(LinkRefusals::notOurs);
        var page = new FollowConfirmPage(
                "/by-mail/follow/" + word,
                words.of(follow.target(), frame.language()),
                follow.target().path());
        return Pages.show(frame, "notices/web/follow-confirm", page);
    }

    @OpenToAll
    @PostMapping("/by-mail/follow/{word}")
    ModelAndView confirm(Frame frame, @PathVariable String word) {
        String list = follows.confirm(word).orElseThrow(LinkRefusals::notOurs);
        return Pages.goTo(frame, list + "?confirmed=true");
    }
}
