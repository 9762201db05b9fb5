package org.throughline.journeys;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.SampleDocuments;
import org.throughline.groups.Meeting;
import org.throughline.groups.Participants;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularReplies;
import org.throughline.letters.ReplyChoice;
import org.throughline.letters.ResultNotes;
import org.throughline.letters.SmallLetter;
import org.throughline.mail.DemoMail;
import org.throughline.mandates.SmallInstrument;
import org.throughline.platform.LocalizedText;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallMeeting;

/// The work of a group, with something of everything: a meeting with agenda, participants and recommendations; a
/// document with a revision, one that waits and one that is being written; letters to be written, to be answered and
/// counted; a resolution with tasks, cited in an older revision.
///
/// @param registration where a participant goes by the link of the mail
/// @param draft of the contributor
/// @param waiting the id of a document that the secretariat has to receive
/// @param reply where a focal point answers a question
/// @param questionnaire where another finds a questionnaire
record TracedWork(
        String meeting,
        String registration,
        DocumentWork document,
        DocumentWork revision,
        String draft,
        UUID waiting,
        SmallLetter unsent,
        UUID sent,
        UUID asking,
        String counted,
        String reply,
        String questionnaire,
        String instrument) {

    private static final Actor SECRETARIAT = Actor.system("test");

    static TracedWork in(ApplicationContext program) {
        String number = SampleDocuments.freshMeeting();
        Meeting meeting = SmallMeeting.of(program, number, 2);
        var samples = new SampleDocuments(program);
        String resolution = SmallInstrument.in(program).resolution("Busan 2014", "Dubai 2018");
        SmallInstrument.in(program).tasks(resolution, 2);
        DocumentWork document =
                samples.posted(number, "A contribution", List.of("Resolution " + resolution + " (Rev. Busan, 2014)"));
        SmallLetter open = SmallLetter.made(program, CircularKind.DECISION, 2, 2, null);
        SmallLetter.dispatch(program, open.letter());
        CallId call = SmallCall.open(program.getBean(Calls.class), SmallCall.freshSlug());
        SmallLetter asking = SmallLetter.made(program, CircularKind.QUESTIONNAIRE, 1, 1, call);
        SmallLetter.dispatch(program, asking.letter());
        return new TracedWork(
                meeting.address(),
                registration(program, meeting),
                document,
                samples.changed(document, Change.REVISION),
                "/documents/drafts/"
                        + samples.draft(number, "Half a text", "Words.", List.of(), TracedCall.contributor(program)),
                samples.sent(number, "It waits"),
                SmallLetter.made(program, CircularKind.DECISION, 1, 1, null),
                open.letter(),
                asking.letter(),
                counted(program),
                word(program, open),
                word(program, asking),
                "pp-" + resolution);
    }

    private static String word(ApplicationContext program, SmallLetter letter) {
        return SmallLetter.word(program, SmallLetter.address(letter.mark(), 0));
    }

    private static String registration(ApplicationContext program, Meeting meeting) {
        String email = program.getBean(Participants.class)
                .of(meeting)
                .getLast()
                .registration()
                .email()
                .value();
        String mail = program.getBean(DemoMail.class).newest(email).getFirst().text();
        Matcher link = Pattern.compile("/by-mail/participants/[\\w-]+").matcher(mail);
        if (!link.find()) throw new AssertionError("No link in the mail");
        return link.group();
    }

    private static String counted(ApplicationContext program) {
        SmallLetter letter = SmallLetter.made(program, CircularKind.DECISION, 3, 2, null);
        String reference = SmallLetter.dispatch(program, letter.letter());
        program.getBean(CircularReplies.class)
                .reply(word(program, letter), ReplyChoice.APPROVE, "وصلت الشبكات إلى القرى.", "ar");
        SmallLetter.close(program, letter.letter());
        program.getBean(ResultNotes.class)
                .make(letter.letter(), LocalizedText.of("en", "It is so."), LocalizedText.EMPTY, SECRETARIAT);
        return "/letters/" + reference;
    }

    /// What anybody may see, or whoever has a letter.
    List<String> openPages() {
        return List.of(
                meeting,
                meeting + "/participants",
                meeting + "/registration",
                meeting + "/decisions/1",
                registration,
                "/documents/" + document.address(),
                "/documents/changes/" + revision.address(),
                counted,
                counted + "/notes/1",
                "/by-mail/circular/" + reply,
                "/by-mail/circular/" + questionnaire,
                "/mandates/" + instrument,
                "/mandates/" + instrument + "/tasks?by=actor",
                "/mandates/" + instrument + "/compare");
    }

    /// What an author and a focal point see.
    List<String> ownPages() {
        return List.of(
                "/documents/new",
                draft,
                draft + "/about",
                draft + "/header",
                draft + "/text",
                draft + "/files",
                draft + "/check",
                draft + "/deletion",
                "/letters/answers/" + questionnaire);
    }

    /// Where the secretariat works.
    List<String> deskPages() {
        return List.of(
                "/documents/desk/" + waiting,
                "/documents/desk/" + document.id(),
                "/documents/desk/" + document.id() + "/translation",
                meeting + "/edit",
                meeting + "/agenda",
                meeting + "/registrations",
                meeting + "/decisions/new",
                meeting + "/decisions/1",
                "/letters/desk/" + unsent.letter(),
                "/letters/desk/" + unsent.letter() + "/edit",
                "/letters/desk/" + unsent.letter() + "/preview",
                "/letters/desk/" + sent,
                "/letters/desk/" + sent + "/extension",
                "/letters/desk/" + asking + "/answers",
                "/letters/desk/addressees/import",
                "/letters/desk/addressees?class=" + unsent.addresseeClass(),
                "/letters/desk/addressees/" + unsent.addressees().getFirst(),
                "/mandates/reviews/" + instrument,
                "/mandates/desk/instruments/" + instrument,
                "/mandates/desk/bodies/new",
                "/mandates/desk/revisions/new?of=" + instrument,
                "/mandates/desk/references/new?of=" + instrument,
                "/roadmaps/tracks/new",
                "/roadmaps/milestones/17/edit");
    }
}
