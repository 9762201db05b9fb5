package org.throughline.stocktaking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.suggestions.Decision;
import org.throughline.suggestions.Decisions;
import org.throughline.suggestions.Suggestion;
import org.throughline.suggestions.Suggestions;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Hands over to the suggestions what people decided about the codes of an entry, and lets them learn from it while
/// the public sees the entry. What was brought in by a file or a program, and nobody looked at, teaches nothing.
@Component
class ProjectLessons {

    /// The fields of every form that facets go by, by their vocabularies.
    private static final Map<String, String> FIELDS = Map.of(
            Vocabulary.ACTION_LINES, "actionLines",
            Vocabulary.SDGS, "sdgs",
            Vocabulary.GDC, "gdc");

    private final Decisions decisions;
    private final Suggestions suggestions;
    private final ProjectRevisions revisions;
    private final JdbcClient jdbc;
    private final Map<String, Set<String>> known = new HashMap<>();

    ProjectLessons(
            Decisions decisions,
            Suggestions suggestions,
            ProjectRevisions revisions,
            JdbcClient jdbc,
            Vocabulary vocabulary) {
        this.decisions = decisions;
        this.suggestions = suggestions;
        this.revisions = revisions;
        this.jdbc = jdbc;
        FIELDS.keySet()
                .forEach(name -> known.put(
                        name,
                        vocabulary.leaves(name).stream().map(Term::code).collect(Collectors.toUnmodifiableSet())));
    }

    /// Somebody sent an entry by the form. To be called before the public sees the change.
    ///
    /// @param before what it said until now; what stays as it was is no decision. Absent for a new entry
    /// @param offered what the form proposed, by field and code, with ranks
    void sent(
            long number,
            NewProject project,
            @Nullable NewProject before,
            Map<String, Map<String, Integer>> offered,
            UUID person) {
        List<Decision> made = new ArrayList<>();
        FIELDS.forEach((vocabulary, field) -> {
            Map<String, Integer> ranks = offered.getOrDefault(field, Map.of());
            List<String> old =
                    before == null ? List.of() : Answers.codes(before.answers().get(field));
            List<String> chosen = Answers.codes(project.answers().get(field)).stream()
                    .filter(code -> ranks.containsKey(code) || !old.contains(code))
                    .toList();
            made.addAll(decided(vocabulary, chosen, ranks));
        });
        decisions.record(ProjectIntake.subject(number), EntryReading.text(project.answers()), made, person);
    }

    /// The secretariat shows an entry to the public as it is, with the codes it has and without those that the desk
    /// proposed beside them. To be called before that.
    void published(ProjectRecord entry, Actor actor) {
        if (actor.person() == null) return;
        ProjectRevision revision = revisions.find(entry.id(), entry.revision()).orElseThrow();
        String text = EntryReading.text(revision);
        if (text.isBlank()) return;
        List<Decision> made = new ArrayList<>();
        FIELDS.forEach((vocabulary, field) -> made.addAll(decided(
                vocabulary,
                Answers.codes(revision.answers().get(field)),
                proposed(vocabulary, text, revision.language()))));
        decisions.record(ProjectIntake.subject(entry.number()), text, made, actor.person());
    }

    private Map<String, Integer> proposed(String vocabulary, String text, String language) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        try {
            for (Suggestion one : suggestions.suggest(
                    vocabulary, text, Languages.isKnown(language) ? language : null, Suggestions.USUAL))
                ranks.put(one.code(), ranks.size() + 1);
        } catch (Refusal busy) {
            // The decision is made all the same; nothing was proposed for it then.
            return Map.of();
        }
        return ranks;
    }

    private List<Decision> decided(String vocabulary, List<String> chosen, Map<String, Integer> ranks) {
        List<Decision> made = new ArrayList<>();
        for (String code : chosen)
            if (known.get(vocabulary).contains(code)) made.add(new Decision(vocabulary, code, ranks.get(code), true));
        ranks.forEach((code, rank) -> {
            if (!chosen.contains(code)) made.add(new Decision(vocabulary, code, rank, false));
        });
        return made;
    }

    // Sees what this transaction has done, and teaches nothing but what the public is shown.
    @EventListener
    void on(ProjectPublicityChanged event) {
        Map<String, Long> numbers = event.projects().stream()
                .collect(Collectors.toMap(
                        one -> ProjectIntake.subject(one.number()),
                        ProjectPublicityChanged.Project::number,
                        (one, same) -> one));
        Set<String> about = decisions.about(numbers.keySet());
        if (about.isEmpty()) return;
        numbers.keySet().retainAll(about);
        jdbc.sql("""
                SELECT number, language, answers, action_lines, sdgs, gdc
                FROM stocktaking.published_project WHERE number = ANY (?)""").param(numbers.values().toArray(Long[]::new)).query(row -> {
            String subject = ProjectIntake.subject(row.getLong("number"));
            String language = row.getString("language");
            decisions.teach(
                    subject,
                    EntryReading.text(Json.tree(row.getString("answers"))),
                    Languages.isKnown(language) ? language : LanguageDetector.UNKNOWN,
                    Map.of(
                            Vocabulary.ACTION_LINES, codes(row.getArray("action_lines")),
                            Vocabulary.SDGS, codes(row.getArray("sdgs")),
                            Vocabulary.GDC, codes(row.getArray("gdc"))));
            about.remove(subject);
        });
        about.forEach(decisions::forget);
    }

    private static List<String> codes(java.sql.Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }
}
