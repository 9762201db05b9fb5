package org.throughline.inputs;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Dossier.Given;
import org.throughline.inputs.Examination.Finding;
import org.throughline.inputs.Fingerprints.Fingerprint;
import org.throughline.inputs.InputRecord.State;
import org.throughline.platform.MinHash;
import org.throughline.platform.PersonalData;
import org.throughline.vocabulary.DetectedLanguage;
import org.throughline.vocabulary.LanguageDetector;

/// What the secretariat looks at before it decides: every input of a call with what the checks found, and one input
/// whole. It changes nothing; decisions are [Publication]'s. Never to be shown to the public.
@Service
public class Moderation {

    /// From this share of common three-word runs on, two texts are near copies.
    static final double NEAR = 0.5;

    private final JdbcClient jdbc;
    private final InputRows rows;
    private final Calls calls;
    private final Fingerprints fingerprints;
    private final Families families;
    private final Resembling resembling;

    Moderation(
            JdbcClient jdbc,
            InputRows rows,
            Calls calls,
            Fingerprints fingerprints,
            Families families,
            Resembling resembling) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.calls = calls;
        this.fingerprints = fingerprints;
        this.families = families;
        this.resembling = resembling;
    }

    /// How many inputs of each call wait for a decision; calls without any are left out.
    public Map<CallId, Integer> waiting() {
        Map<CallId, Integer> waiting = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT call_id, count(*) AS inputs FROM inputs.input
                WHERE published_at IS NULL AND withdrawn_at IS NULL AND duplicate_of IS NULL AND withheld_reason IS NULL
                GROUP BY call_id ORDER BY call_id""").query(row -> {
            waiting.put(new CallId(row.getObject("call_id", UUID.class)), row.getInt("inputs"));
        });
        return waiting;
    }

    /// Every input of a call with its findings, by number.
    public List<DeskLine> lines(CallId call) {
        fingerprints.fill(call);
        List<InputRecord> all = rows.ofCall(call);
        Map<UUID, Fingerprint> prints = fingerprints.ofCall(call);
        List<InputRecord> compared = all.stream()
                .filter(Moderation::counts)
                .filter(input -> prints.containsKey(input.id().value()))
                .toList();
        Map<ByteBuffer, Integer> texts = new HashMap<>();
        Map<String, Integer> senders = new HashMap<>();
        for (InputRecord input : compared) {
            Fingerprint print = prints.get(input.id().value());
            if (print.words() > 0) texts.merge(ByteBuffer.wrap(print.textHash()), 1, Integer::sum);
            senders(input).forEach(sender -> senders.merge(sender, 1, Integer::sum));
        }
        Set<UUID> near = new java.util.HashSet<>();
        Copies.groups(compared.stream()
                        .map(input -> prints.get(input.id().value()))
                        .toList())
                .forEach(group ->
                        group.forEach(place -> near.add(compared.get(place).id().value())));
        // Somebody has looked at these already and found a campaign.
        Set<UUID> inFamily = families.memberships(call).keySet();
        return all.stream()
                .map(input -> line(
                        input,
                        prints.get(input.id().value()),
                        texts,
                        near,
                        inFamily.contains(input.id().value()),
                        senders))
                .toList();
    }

    // What is withdrawn or set aside as a duplicate no longer makes another input suspicious.
    private static boolean counts(InputRecord input) {
        return input.state() != State.WITHDRAWN && input.state() != State.DUPLICATE;
    }

    private static DeskLine line(
            InputRecord input,
            @org.jspecify.annotations.Nullable Fingerprint print,
            Map<ByteBuffer, Integer> texts,
            Set<UUID> near,
            boolean inFamily,
            Map<String, Integer> senders) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (print != null && counts(input)) {
            if (print.hardly()) findings.add(Finding.HARDLY_ANYTHING);
            if (print.missing() > 0) findings.add(Finding.INCOMPLETE);
            if (!print.language().isEmpty()) findings.add(Finding.OTHER_LANGUAGE);
            if (print.personal() > 0) findings.add(Finding.PERSONAL_DATA);
            boolean same = texts.getOrDefault(ByteBuffer.wrap(print.textHash()), 0) > 1;
            if (same && !inFamily) findings.add(Finding.SAME_TEXT);
            else if (!inFamily && near.contains(input.id().value())) findings.add(Finding.NEAR_COPY);
            if (senders(input).stream().anyMatch(sender -> senders.getOrDefault(sender, 0) > 1))
                findings.add(Finding.SAME_SENDER);
        }
        return new DeskLine(
                input.id(),
                input.number(),
                input.version(),
                input.state(),
                input.state() == State.WITHDRAWN ? "" : input.respondent().speaker(),
                input.respondent().stakeholderType(),
                input.respondent().country(),
                input.language(),
                input.origin(),
                input.receivedAt(),
                input.consent().text(),
                findings);
    }

    private static List<String> senders(InputRecord input) {
        List<String> senders = new ArrayList<>();
        String email = email(input);
        String organisation = organisation(input);
        if (!email.isEmpty()) senders.add("@" + email);
        if (!organisation.isEmpty()) senders.add("=" + organisation);
        return senders;
    }

    static String email(InputRecord input) {
        return input.respondent().email().toLowerCase(Locale.ROOT);
    }

    static String organisation(InputRecord input) {
        if (input.respondent().behalf() == Respondent.Behalf.SELF) return "";
        return String.join(" ", MinHash.words(input.respondent().organisation()));
    }

    /// One input whole; of one that is withdrawn nothing that its owner said.
    public Optional<Dossier> dossier(CallId call, int number) {
        return rows.find(call, number).map(input -> {
            boolean gone = input.state() == State.WITHDRAWN;
            UUID id = input.id().value();
            int version = jdbc.sql(
                            "SELECT questionnaire_version FROM inputs.revision WHERE input_id = ? AND number = ?")
                    .params(id, input.revision())
                    .query(Integer.class)
                    .single();
            return new Dossier(
                    input,
                    calls.questionnaire(call, version),
                    gone ? List.of() : fingerprints.answers(List.of(id)).getOrDefault(id, List.of()),
                    gone ? List.of() : fingerprints.files(List.of(id)).getOrDefault(id, List.of()),
                    gone ? List.of() : endorsers(id));
        });
    }

    private List<Dossier.Endorser> endorsers(UUID input) {
        return jdbc.sql("""
                SELECT organisation, name, email, confirmed_at, declined_at FROM inputs.endorser
                WHERE input_id = ? ORDER BY position""")
                .param(input)
                .query((row, n) -> new Dossier.Endorser(
                        row.getString("organisation"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getTimestamp("confirmed_at") == null
                                ? null
                                : row.getTimestamp("confirmed_at").toInstant(),
                        row.getTimestamp("declined_at") == null
                                ? null
                                : row.getTimestamp("declined_at").toInstant()))
                .list();
    }

    /// What the checks say about an input.
    public Examination examine(Dossier dossier) {
        Questionnaire questionnaire = dossier.questionnaire();
        String text = Dossier.ownWords(dossier.answers());
        Substance substance = Substance.of(dossier.answers());
        DetectedLanguage detected = LanguageDetector.detect(text);
        Map<String, List<PersonalData.Spot>> personal = new LinkedHashMap<>();
        for (Given given : dossier.answers()) {
            List<PersonalData.Spot> spots = given.isWritten()
                    ? PersonalData.in(given.text(), dossier.input().respondent().country())
                    : List.of();
            if (!spots.isEmpty()) personal.put(given.question(), spots);
        }
        Set<String> answered = dossier.answers().stream().map(Given::question).collect(Collectors.toSet());
        dossier.files().stream().filter(file -> !file.isOriginal()).forEach(file -> answered.add(file.question()));
        return new Examination(
                (int) questionnaire.questions().count(),
                answered.size(),
                Dossier.missing(questionnaire, dossier.answers(), dossier.files()),
                detected,
                Reading.isOther(detected, dossier.input().language(), substance.written()),
                substance.hardly(),
                personal,
                resembling.of(dossier.input(), substance));
    }
}
