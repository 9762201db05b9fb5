package org.throughline.synthesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.calls.CallId;

/// The published inputs of a call as analysts go through them for a summary: what is marked in each, and whether a
/// sentence rests on it.
@Service
public class ReadingList {

    // Of one input and one summary: what is marked in it, and which sentences rest on it; of the answer to one
    // question where one is looked at.
    private static final String PASSAGES = """
            FROM synthesis.passage g WHERE g.input_id = i.id AND (:question = '' OR g.question = :question)
            """;
    private static final String MARKED = "EXISTS (SELECT " + PASSAGES + ")";
    private static final String SENTENCES = """
            FROM synthesis.passage g JOIN synthesis.evidence v ON v.passage_id = g.id
            JOIN synthesis.sentence t ON t.id = v.sentence_id JOIN synthesis.section c ON c.id = t.section_id
            WHERE g.input_id = i.id AND (:question = '' OR g.question = :question) AND c.summary_id = :summary
            """;
    private static final String USED = "EXISTS (SELECT " + SENTENCES + ")";

    private final JdbcClient jdbc;

    ReadingList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How far an input has come.
    public enum Stage {
        ALL,
        UNUSED,
        UNMARKED,
        USED;

        /// The name in an address; an unknown one is all inputs.
        public static Stage of(String name) {
            return switch (name) {
                case "unused" -> UNUSED;
                case "unmarked" -> UNMARKED;
                case "used" -> USED;
                default -> ALL;
            };
        }

        public String word() {
            return switch (this) {
                case ALL -> "all";
                case UNUSED -> "unused";
                case UNMARKED -> "unmarked";
                case USED -> "used";
            };
        }
    }

    /// Which inputs an analyst wants to see; empty strings are no restriction.
    ///
    /// @param words that must occur, each of them, in an answer or in the name
    /// @param question only inputs that answered it; how far they have come is then said of that answer
    public record Wanted(Stage stage, String words, String type, String region, String question) {
        public static final Wanted ALL = new Wanted(Stage.ALL, "", "", "", "");

        public Wanted at(Stage other) {
            return new Wanted(other, words, type, region, question);
        }
    }

    /// @param name who speaks; empty when the name may not be shown
    /// @param opening how the answer begins that is looked at
    /// @param passages how many are marked in it
    /// @param sentences how many sentences of the summary rest on it
    public record Line(
            int number,
            String name,
            String language,
            String stakeholderType,
            String region,
            boolean quotable,
            String opening,
            int passages,
            int sentences) {}

    /// How many inputs there are at each stage, other restrictions applied.
    public record Counts(long all, long unused, long unmarked, long used) {
        public long at(Stage stage) {
            return switch (stage) {
                case ALL -> all;
                case UNUSED -> unused;
                case UNMARKED -> unmarked;
                case USED -> used;
            };
        }
    }

    /// The inputs before and after one, by number.
    public record Neighbours(
            @Nullable Integer before, @Nullable Integer after) {}

    /// Inputs by number, from `after` on.
    @Transactional(readOnly = true)
    public List<Line> list(SummaryId summary, CallId call, Wanted wanted, int after, int limit) {
        Condition condition = Condition.of(summary, call, wanted);
        return jdbc.sql("""
                SELECT i.number, i.organisation || i.respondent AS name, i.language, i.stakeholder_type, i.region, i.quotable,
                       coalesce((SELECT left(a.text, 280) FROM inputs.published_answer a WHERE a.input_id = i.id
                                 AND (a.question = :question OR :question = '' AND a.kind IN ('long-text', 'short-text'))
                                 ORDER BY a.kind <> 'long-text', a.position LIMIT 1), '') AS opening,
                       (SELECT count(*) """ + " " + PASSAGES + ") AS passages, (SELECT count(DISTINCT t.id) " + SENTENCES
                        + ") AS sentences FROM inputs.published_input i WHERE "
                        + condition.sql() + " AND i.number > :after ORDER BY i.number LIMIT :limit")
                .params(condition.parameters())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getString("language"),
                        row.getString("stakeholder_type"),
                        row.getString("region"),
                        row.getBoolean("quotable"),
                        row.getString("opening"),
                        row.getInt("passages"),
                        row.getInt("sentences")))
                .list();
    }

    @Transactional(readOnly = true)
    public Counts counts(SummaryId summary, CallId call, Wanted wanted) {
        Condition condition = Condition.of(summary, call, wanted.at(Stage.ALL));
        return jdbc.sql("SELECT count(*) AS every, count(*) FILTER (WHERE quotable AND NOT used) AS unused,"
                        + " count(*) FILTER (WHERE NOT marked) AS unmarked, count(*) FILTER (WHERE used) AS used"
                        + " FROM (SELECT i.quotable, " + MARKED + " AS marked, " + USED + " AS used"
                        + " FROM inputs.published_input i WHERE " + condition.sql() + ") stages")
                .params(condition.parameters())
                .query((row, n) -> new Counts(
                        row.getLong("every"), row.getLong("unused"), row.getLong("unmarked"), row.getLong("used")))
                .single();
    }

    /// The nearest inputs before and after a number among those wanted.
    @Transactional(readOnly = true)
    public Neighbours around(SummaryId summary, CallId call, Wanted wanted, int number) {
        Condition condition = Condition.of(summary, call, wanted);
        return jdbc.sql("SELECT max(i.number) FILTER (WHERE i.number < :number) AS before,"
                        + " min(i.number) FILTER (WHERE i.number > :number) AS after FROM inputs.published_input i WHERE "
                        + condition.sql())
                .params(condition.parameters())
                .param("number", number)
                .query((row, n) ->
                        new Neighbours(row.getObject("before", Integer.class), row.getObject("after", Integer.class)))
                .single();
    }

    private record Condition(String sql, Map<String, Object> parameters) {

        static Condition of(SummaryId summary, CallId call, Wanted wanted) {
            var sql = new StringBuilder("i.call_id = :call");
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("call", call.value());
            parameters.put("summary", summary.value());
            parameters.put("question", wanted.question());
            equal(sql, parameters, "stakeholder_type", wanted.type());
            equal(sql, parameters, "region", wanted.region());
            if (!wanted.question().isEmpty())
                sql.append(" AND EXISTS (SELECT FROM inputs.published_answer a"
                        + " WHERE a.input_id = i.id AND a.question = :question AND a.text <> '')");
            sql.append(
                    switch (wanted.stage()) {
                        case ALL -> "";
                        case UNUSED -> " AND i.quotable AND NOT " + USED;
                        case UNMARKED -> " AND NOT " + MARKED;
                        case USED -> " AND " + USED;
                    });
            contain(sql, parameters, wanted);
            return new Condition(sql.toString(), parameters);
        }

        private static void equal(StringBuilder sql, Map<String, Object> parameters, String column, String value) {
            if (value.isEmpty()) return;
            sql.append(" AND i.").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }

        private static void contain(StringBuilder sql, Map<String, Object> parameters, Wanted wanted) {
            int n = 0;
            for (String word : wanted.words().strip().split("\\s+")) {
                if (word.isEmpty()) continue;
                String name = "word" + n++;
                sql.append(" AND (i.organisation || i.respondent ILIKE :")
                        .append(name)
                        .append(" OR EXISTS (SELECT FROM inputs.published_answer a WHERE a.input_id = i.id")
                        .append(wanted.question().isEmpty() ? "" : " AND a.question = :question")
                        .append(" AND a.text ILIKE :")
                        .append(name)
                        .append("))");
                parameters.put(
                        name,
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            }
        }
    }

    /// Under which themes of a summary each passage of the call is gathered.
    @Transactional(readOnly = true)
    public Map<PassageId, List<ThemeId>> themes(SummaryId summary) {
        Map<PassageId, List<ThemeId>> themes = new HashMap<>();
        jdbc.sql("""
                SELECT p.passage_id, p.theme_id FROM synthesis.passage_theme p JOIN synthesis.theme h ON h.id = p.theme_id
                JOIN synthesis.section c ON c.id = h.section_id WHERE c.summary_id = ? ORDER BY c.position, h.position""").param(summary.value()).query(row -> {
            themes.computeIfAbsent(new PassageId(row.getObject(1, UUID.class)), passage -> new java.util.ArrayList<>())
                    .add(new ThemeId(row.getObject(2, UUID.class)));
        });
        return themes;
    }
}
