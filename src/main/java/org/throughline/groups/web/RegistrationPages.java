package org.throughline.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.People;
import org.throughline.directory.PersonId;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meetings;
import org.throughline.groups.Participant;
import org.throughline.groups.Participant.Status;
import org.throughline.groups.Participants;
import org.throughline.groups.Registration;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// Registering for a meeting, and changing or withdrawing it with the link from the letter.
@Controller
class RegistrationPages {

    private final Meetings meetings;
    private final Participants participants;
    private final People people;
    private final Vocabulary vocabulary;

    RegistrationPages(Meetings meetings, Participants participants, People people, Vocabulary vocabulary) {
        this.meetings = meetings;
        this.participants = participants;
        this.people = people;
        this.vocabulary = vocabulary;
    }

    @OpenToAll
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/registration")
    ModelAndView ask(Frame frame, @PathVariable String code, @PathVariable String number) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        return form(frame, meeting, known(frame), FormErrors.NONE, 200);
    }

    // Who is signed in does not type name and address again, and can.
    private Typed known(Frame frame) {
        if (frame.viewer() == null) return Typed.NOTHING;
        return people.find(new PersonId(frame.viewer().id()))
                .map(person -> new Typed.Filler()
                        .put("name", person.name())
                        .put("email", person.email().value())
                        .done())
                .orElse(Typed.NOTHING);
    }

    @OpenToAll
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/registration")
    ModelAndView register(
            Frame frame,
            @PathVariable String code,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Registration said = RegistrationForm.read(frame, typed, meeting, null, vocabulary, errors);
        if (said == null) return form(frame, meeting, typed, errors.done(), 422);
        participants.register(meeting, said, request.getRemoteAddr());
        return Pages.show(
                frame,
                "groups/web/registration-sent",
                new RegistrationSentPage(meeting, said.email().value()));
    }

    private ModelAndView form(Frame frame, Meeting meeting, Typed typed, FormErrors errors, int status) {
        var page = new RegistrationPage(
                meeting,
                GroupWords.period(frame, meeting.starts(), meeting.ends()),
                meeting.address() + "/registration",
                participants.isOpen(meeting),
                "",
                "",
                false,
                0,
                typed,
                errors,
                RegistrationForm.choices(frame, meeting, typed, vocabulary));
        return Pages.show(frame, "groups/web/registration", page, status);
    }

    @OpenToAll
    @GetMapping("/by-mail/participants/{word}")
    ModelAndView own(Frame frame, @PathVariable String word) {
        Participant one = participants.byWord(word).orElseThrow(Refusal::notFound);
        return own(frame, word, one, RegistrationForm.filled(one.registration()), FormErrors.NONE, 200);
    }

    @OpenToAll
    @PostMapping("/by-mail/participants/{word}")
    ModelAndView change(
            Frame frame,
            @PathVariable String word,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Participant one = participants.byWord(word).orElseThrow(Refusal::notFound);
        if (act.equals("withdraw")) {
            participants.withdraw(one.id());
            FrameResolver.notice(request, frame.t("groups.register.withdrawn"));
            return Pages.goTo(frame, "/by-mail/participants/" + word);
        }
        if (one.version() != version) throw Refusal.stale();
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Meeting meeting = meetings.find(one.meeting()).orElseThrow(Refusal::notFound);
        Registration said =
                RegistrationForm.read(frame, typed, meeting, one.registration().email(), vocabulary, errors);
        if (said == null) return own(frame, word, one, typed, errors.done(), 422);
        participants.change(one, said);
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, "/by-mail/participants/" + word);
    }

    private ModelAndView own(Frame frame, String word, Participant one, Typed typed, FormErrors errors, int status) {
        Meeting meeting = meetings.find(one.meeting()).orElseThrow(Refusal::notFound);
        var page = new RegistrationPage(
                meeting,
                GroupWords.period(frame, meeting.starts(), meeting.ends()),
                "/by-mail/participants/" + word,
                one.status() != Status.WITHDRAWN,
                one.registration().email().value(),
                GroupWords.participation(frame, one.status()),
                one.status() == Status.WITHDRAWN,
                one.version(),
                typed,
                errors,
                RegistrationForm.choices(frame, meeting, typed, vocabulary));
        return Pages.show(frame, "groups/web/registration", page, status);
    }
}
