package org.throughline.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.letters.Addressees.Appointment;
import org.throughline.letters.LetterContent.Contact;
import org.throughline.letters.LetterContent.Signatory;
import org.throughline.mail.DemoMail;
import org.throughline.platform.LocalizedText;

/// Addressees of a class of their own and a letter to them, so that tests do not write to one another.
///
/// @param mark a word that stands in all that is private here
public record SmallLetter(String mark, String addresseeClass, List<UUID> addressees, UUID letter) {

    static final Actor SECRETARIAT = Actor.system("test");
    private static final Pattern LINK = Pattern.compile("/by-mail/circular/([A-Za-z0-9_-]{43})");

    /// Where letters can be read: a decision that was counted, and one about a call.
    ///
    /// @param note on the result of the decision
    /// @param reply where an addressee of the decision replies; `question` and `answer` likewise for the call
    /// @param secrets what nobody but the secretariat and the addressee may see
    public record Traced(
            String letter, String note, String reply, String question, String answer, List<String> secrets) {}

    /// Makes both; mails are not waited for.
    public static Traced traced(ApplicationContext program, CallId call) {
        SmallLetter decision = made(program, CircularKind.DECISION, 2, 2, null);
        String path = "/letters/" + sent(program, decision);
        String word = link(program, decision);
        program.getBean(CircularReplies.class).reply(word, ReplyChoice.APPROVE, "We agree.", "en");
        close(program, decision.letter());
        int note = program.getBean(ResultNotes.class)
                .make(decision.letter(), LocalizedText.of("en", "It is so."), LocalizedText.EMPTY, SECRETARIAT);
        SmallLetter asked = made(program, CircularKind.QUESTIONNAIRE, 1, 1, call);
        sent(program, asked);
        String other = link(program, asked);
        return new Traced(
                path,
                path + "/notes/" + note,
                "/by-mail/circular/" + word,
                "/by-mail/circular/" + other,
                "/letters/answers/" + other,
                List.of(address(decision.mark(), 0), "Secret " + decision.mark(), word, other));
    }

    private static String sent(ApplicationContext program, SmallLetter one) {
        var letters = program.getBean(CircularLetters.class);
        return letters.dispatch(
                one.letter(), letters.get(one.letter(), SECRETARIAT).version(), SECRETARIAT);
    }

    // As in the mail to its first addressee.
    private static String link(ApplicationContext program, SmallLetter one) {
        UUID addressee = one.addressees().getFirst();
        UUID reader = program.getBean(JdbcClient.class)
                .sql("SELECT id FROM letters.focal_point WHERE addressee = ?")
                .param(addressee)
                .query(UUID.class)
                .single();
        return program.getBean(ReplyLinks.class).fresh(one.letter(), addressee, reader);
    }

    /// @param named how many of the addressees have a focal point
    public static SmallLetter made(
            ApplicationContext program, CircularKind kind, int many, int named, @Nullable CallId call) {
        String mark = "t" + UUID.randomUUID().toString().substring(0, 8);
        program.getBean(JdbcClient.class).sql("""
                INSERT INTO letters.addressee_class (code, name, of_states, position)
                VALUES (?, '{"en": "A class for tests"}', false, 99)""").param(mark).update();
        var register = program.getBean(Addressees.class);
        List<UUID> addressees = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            UUID id = register.add(mark, "KE", "Entity " + i + " of " + mark, SECRETARIAT);
            addressees.add(id);
            if (i < named) appoint(program, id, address(mark, i), i % 2 == 0 ? "en" : "fr");
        }
        return new SmallLetter(mark, mark, addressees, letter(program, mark, kind, call));
    }

    static void appoint(ApplicationContext program, UUID addressee, String address, String language) {
        var register = program.getBean(Addressees.class);
        register.appoint(
                addressee,
                new Appointment("Secret " + address.substring(0, 11), address, language, LocalDate.of(2024, 1, 1)),
                register.get(addressee, SECRETARIAT).version(),
                SECRETARIAT);
    }

    public static String address(String mark, int i) {
        return mark + "-" + i + "@example.org";
    }

    static UUID letter(ApplicationContext program, String mark, CircularKind kind, @Nullable CallId call) {
        var letters = program.getBean(CircularLetters.class);
        UUID id = letters.begin(kind, "en", SECRETARIAT);
        letters.write(id, content(mark, kind, call), 0, SECRETARIAT);
        return id;
    }

    static LetterContent content(String mark, CircularKind kind, @Nullable CallId call) {
        boolean decides = kind == CircularKind.DECISION;
        return new LetterContent(
                kind,
                LocalizedText.of("en", "Geneva"),
                LocalizedText.of("en", "Subject of " + mark),
                LocalizedText.of("en", "Body of " + mark),
                "en",
                List.of(mark),
                new Contact("The secretariat", "", "", "secretariat@example.org"),
                new Signatory("A. Director", LocalizedText.of("en", "Director")),
                call,
                decides ? LocalizedText.of("en", "That it be so") : LocalizedText.EMPTY,
                decides ? "simple-majority" : null,
                decides,
                decides ? Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS) : null,
                List.of(14, 3),
                true);
    }

    public static String dispatch(ApplicationContext program, UUID letter) {
        var letters = program.getBean(CircularLetters.class);
        String reference =
                letters.dispatch(letter, letters.get(letter, SECRETARIAT).version(), SECRETARIAT);
        run(program);
        return reference;
    }

    public static void run(ApplicationContext program) {
        var run = program.getBean(LetterRun.class);
        for (int i = 0; i < 1000 && run.step(); i++) {}
    }

    /// The mails to an address, the newest first.
    public static List<DemoMail.Message> mails(ApplicationContext program, String address) {
        return program.getBean(DemoMail.class).newest(address);
    }

    /// The secret of the link in the newest mail to an address.
    public static String word(ApplicationContext program, String address) {
        var match = LINK.matcher(mails(program, address).getFirst().text());
        if (!match.find()) throw new AssertionError("No link for " + address);
        return match.group(1);
    }

    /// Moves the deadline of a letter to the past, as if time had gone by.
    public static void close(ApplicationContext program, UUID letter) {
        program.getBean(JdbcClient.class).sql("""
                UPDATE letters.letter SET dispatched_at = now() - interval '2 days', closes_at = now() - interval '1 day'
                WHERE id = ?""").param(letter).update();
        program.getBean(org.throughline.platform.web.PageStore.class).changed(CircularLetter.TAG);
    }
}
