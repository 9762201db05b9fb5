package org.throughline.letters;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.letters.Addressees.Appointment;
import org.throughline.letters.LetterContent.Contact;
import org.throughline.letters.LetterContent.Signatory;
import org.throughline.platform.Ids;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;

/// Two example letters of a demonstration, to states that do not exist: one about a call, and a decision by
/// correspondence that was counted. There are none anywhere else.
@Service
public class LetterExamples {

    private static final List<String> STATES = List.of(
            "Alphaland",
            "Betania",
            "Gammaria",
            "Deltora",
            "Epsilonia",
            "Zetania",
            "Etaria",
            "Thetania",
            "Iotaland",
            "Kappania");
    private static final List<String> ENTITIES = List.of("Example Telecom", "Example Satellites");
    private static final String[] SAID = {
        "approve", "approve", "reject", "approve", "abstain", "approve", "approve", "reject"
    };

    private final JdbcClient jdbc;
    private final Addressees addressees;
    private final CircularLetters letters;
    private final ResultNotes notes;
    private final Settings settings;
    private final Clock clock;

    LetterExamples(
            JdbcClient jdbc,
            Addressees addressees,
            CircularLetters letters,
            ResultNotes notes,
            Settings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.addressees = addressees;
        this.letters = letters;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
    }

    /// Makes them, unless there are letters already.
    ///
    /// @param open a call that is open, for the first letter; none without it
    @Transactional
    public void load(@Nullable CallId open, Actor actor) {
        if (!settings.demo()) throw Refusal.notFound();
        if (!letters.newest(actor).isEmpty()) return;
        List<UUID> states = new ArrayList<>();
        for (int i = 0; i < STATES.size(); i++)
            states.add(addressee("member-state", STATES.get(i) + " (demonstration)", i, actor));
        for (int i = 0; i < ENTITIES.size(); i++)
            addressee("sector-member", ENTITIES.get(i) + " (demonstration)", STATES.size() + i, actor);
        decision(states, actor);
        if (open != null) questionnaire(open, actor);
    }

    private UUID addressee(String addresseeClass, String name, int i, Actor actor) {
        UUID id = addressees.add(addresseeClass, null, name, actor);
        // One has nobody who could be written to.
        if (i == STATES.size() - 1) return id;
        String language = List.of("en", "fr", "es", "ar", "ru", "zh").get(i % 6);
        addressees.appoint(
                id,
                new Appointment(
                        "Focal point " + (i + 1),
                        "focal-point-" + (i + 1) + "@example.org",
                        language,
                        LocalDate.of(2026, 1, 12)),
                0,
                actor);
        return id;
    }

    private void decision(List<UUID> states, Actor actor) {
        Instant now = clock.instant();
        UUID id = letters.begin(CircularKind.DECISION, "en", actor);
        var content = new LetterContent(
                CircularKind.DECISION,
                PLACE,
                text(
                        "Mode of the next meeting (demonstration)",
                        "Modalités de la prochaine réunion (démonstration)",
                        "Modalidad de la próxima reunión (demostración)",
                        "Формат следующего собрания (демонстрация)",
                        "下次会议的形式（演示）",
                        "شكل الاجتماع المقبل (عرض توضيحي)"),
                text(
                        "Dear Sir or Madam,\n\nThis letter and the answers to it are invented and show how a decision by correspondence runs. Please reply until the deadline.",
                        "Madame, Monsieur,\n\nCette lettre et les réponses sont inventées et montrent le déroulement d’une décision par correspondance. Veuillez répondre avant l’échéance.",
                        "Estimada señora, estimado señor:\n\nEsta carta y sus respuestas son inventadas y muestran cómo se toma una decisión por correspondencia. Sírvase responder dentro del plazo.",
                        "Уважаемые господа!\n\nЭто письмо и ответы на него вымышлены и показывают, как принимается решение по переписке. Просим ответить до истечения срока.",
                        "尊敬的先生/女士：\n\n本信函及其答复均为虚构，用于演示以通信方式作出决定的过程。请在截止日期前答复。",
                        "السيدات والسادة،\n\nهذه الرسالة والردود عليها من نسج الخيال وتبين كيف يُتخذ قرار بالمراسلة. يُرجى الرد قبل الموعد النهائي."),
                "en",
                List.of("member-state"),
                CONTACT,
                SIGNATORY,
                null,
                text(
                        "That the next meeting be held in person with remote participation.",
                        "Que la prochaine réunion se tienne en présentiel avec participation à distance.",
                        "Que la próxima reunión se celebre de forma presencial con participación a distancia.",
                        "Провести следующее собрание очно с возможностью дистанционного участия.",
                        "下次会议以现场形式举行，并提供远程参会。",
                        "أن يُعقد الاجتماع المقبل حضورياً مع المشاركة عن بُعد."),
                "two-thirds-half",
                true,
                now.plus(Duration.ofDays(30)),
                List.of(),
                true);
        letters.write(id, content, 0, actor);
        letters.dispatch(id, 1, actor);
        // As if it had gone out some weeks ago.
        Instant closed = now.minus(Duration.ofDays(5));
        jdbc.sql("UPDATE letters.letter SET dispatched_at = ?, dated = ?, closes_at = ? WHERE id = ?")
                .params(
                        Timestamp.from(closed.minus(Duration.ofDays(30))),
                        LocalDate.ofInstant(closed.minus(Duration.ofDays(30)), Moments.GENEVA),
                        Timestamp.from(closed),
                        id)
                .update();
        jdbc.sql("""
                UPDATE letters.copy c SET handed_at = ?, focal_point = f.id FROM letters.sending s, letters.focal_point f
                WHERE s.letter = ? AND c.sending = s.id AND c.left_out IS NULL AND f.addressee = c.addressee AND f.until IS NULL""")
                .params(Timestamp.from(closed.minus(Duration.ofDays(30))), id)
                .update();
        jdbc.sql(
                        "UPDATE letters.sending SET ordered_at = ?, finished_at = ?, failed = 0, in_doubt = 0 WHERE letter = ?")
                .params(
                        Timestamp.from(closed.minus(Duration.ofDays(30))),
                        Timestamp.from(closed.minus(Duration.ofDays(30))),
                        id)
                .update();
        for (int i = 0; i < SAID.length; i++)
            reply(id, states.get(i), SAID[i], closed.minus(Duration.ofDays(20 - i)), false);
        reply(id, states.get(SAID.length), "approve", closed.plus(Duration.ofDays(1)), true);
        notes.make(
                id,
                text(
                        "The proposal is adopted. (Demonstration)",
                        "La proposition est adoptée. (Démonstration)",
                        "La propuesta queda aprobada. (Demostración)",
                        "Предложение принято. (Демонстрация)",
                        "提案获得通过。（演示）",
                        "اعتُمد المقترح. (عرض توضيحي)"),
                LocalizedText.EMPTY,
                actor);
    }

    private void reply(UUID letter, UUID state, String choice, Instant at, boolean late) {
        jdbc.sql("""
                INSERT INTO letters.reply (id, letter, addressee, choice, statement, language, received_at, late)
                VALUES (?, ?, ?, ?, '', 'en', ?, ?)""")
                .params(Ids.next(), letter, state, choice, Timestamp.from(at), late)
                .update();
        jdbc.sql("UPDATE letters.recipient SET acknowledged_at = ? WHERE letter = ? AND addressee = ?")
                .params(Timestamp.from(at), letter, state)
                .update();
    }

    private void questionnaire(CallId open, Actor actor) {
        UUID id = letters.begin(CircularKind.QUESTIONNAIRE, "en", actor);
        var content = new LetterContent(
                CircularKind.QUESTIONNAIRE,
                PLACE,
                text(
                        "Call for inputs: questionnaire (demonstration)",
                        "Appel à contributions : questionnaire (démonstration)",
                        "Convocatoria de contribuciones: cuestionario (demostración)",
                        "Призыв к представлению вкладов: вопросник (демонстрация)",
                        "征集意见：问卷（演示）",
                        "نداء لتقديم المساهمات: استبيان (عرض توضيحي)"),
                text(
                        "Dear Sir or Madam,\n\nYou are invited to answer the questionnaire of the call by its deadline. This letter goes to states that do not exist.",
                        "Madame, Monsieur,\n\nVous êtes invités à répondre au questionnaire de l’appel avant son échéance. Cette lettre s’adresse à des États qui n’existent pas.",
                        "Estimada señora, estimado señor:\n\nSe le invita a responder al cuestionario de la convocatoria dentro del plazo. Esta carta se dirige a Estados que no existen.",
                        "Уважаемые господа!\n\nПредлагаем ответить на вопросник призыва до истечения срока. Это письмо направлено несуществующим государствам.",
                        "尊敬的先生/女士：\n\n请在截止日期前答复征集问卷。本信函发给并不存在的国家。",
                        "السيدات والسادة،\n\nندعوكم إلى الإجابة عن استبيان النداء قبل موعده النهائي. هذه الرسالة موجهة إلى دول لا وجود لها."),
                "en",
                List.of("member-state", "sector-member"),
                CONTACT,
                SIGNATORY,
                open,
                LocalizedText.EMPTY,
                null,
                false,
                null,
                List.of(14, 3),
                true);
        letters.write(id, content, 0, actor);
        if (letters.lacks(letters.find(id)).isEmpty()) letters.dispatch(id, 1, actor);
    }

    private static final LocalizedText PLACE = text("Geneva", "Genève", "Ginebra", "Женева", "日内瓦", "جنيف");
    private static final Contact CONTACT = new Contact("Example secretariat", "", "", "secretariat@example.org");
    private static final Signatory SIGNATORY = new Signatory(
            "Example signature", text("Secretariat", "Secrétariat", "Secretaría", "Секретариат", "秘书处", "الأمانة"));

    private static LocalizedText text(String en, String fr, String es, String ru, String zh, String ar) {
        return new LocalizedText(Map.of("en", en, "fr", fr, "es", es, "ru", ru, "zh", zh, "ar", ar));
    }
}
