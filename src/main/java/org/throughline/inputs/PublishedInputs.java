package org.throughline.inputs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.throughline.calls.CallId;
import org.throughline.inputs.PublishedInput.PublishedAnswer;
import org.throughline.inputs.PublishedInput.PublishedEndorser;
import org.throughline.inputs.PublishedInput.PublishedFile;
import org.throughline.platform.Json;
import org.throughline.platform.Published;

/// Inputs as the public sees them, read through the public's own door and nothing else.
@Service
public class PublishedInputs {

    private static final RowMapper<InputLine> LINE = (row, n) -> new InputLine(
            row.getObject("id", UUID.class),
            row.getInt("number"),
            row.getString("language"),
            row.getString("behalf"),
            row.getString("name"),
            row.getString("stakeholder_type"),
            row.getString("country"),
            row.getString("region"),
            row.getTimestamp("received_at").toInstant(),
            row.getInt("endorsers"),
            row.getInt("family"),
            row.getString("opening"));

    private static final String LINES = """
            SELECT i.id, i.number, i.language, i.behalf, i.organisation || i.respondent AS name, i.stakeholder_type,
                   i.country, i.region, i.received_at,
                   (SELECT count(*) FROM inputs.published_endorser e WHERE e.input_id = i.id) AS endorsers,
                   coalesce((SELECT f.inputs FROM inputs.published_family f
                             WHERE f.input_id = i.id AND f.call_id = i.call_id), 0) AS family,
                   coalesce((SELECT left(a.text, 280) FROM inputs.published_answer a
                             WHERE a.input_id = i.id AND a.kind IN ('long-text', 'short-text')
                             ORDER BY a.position LIMIT 1), '') AS opening
            FROM inputs.published_input i WHERE """ + " ";

    private final Published published;
    private final InputUses uses;

    PublishedInputs(Published published, InputUses uses) {
        this.published = published;
        this.uses = uses;
    }

    private static final String WHOLE = """
            SELECT i.id, i.number, i.revision, i.language, i.behalf, i.named, i.organisation || i.respondent AS name,
                   i.stakeholder_type, i.country, i.region, i.scope, i.received_at, i.published_at, i.quotable, i.translatable
            FROM inputs.published_input i WHERE """ + " ";

    /// One input with everything public of it.
    public Optional<PublishedInput> find(CallId call, int number) {
        return whole("i.call_id = ? AND i.number = ?", List.of(call.value(), number)).stream()
                .findFirst();
    }

    /// The published inputs with these numbers and everything public of them, in the order given; those that are not
    /// public are left out.
    public List<PublishedInput> whole(CallId call, List<Integer> numbers) {
        return inOrder(
                whole("i.call_id = ? AND i.number = ANY (?)", List.of(call.value(), numbers.toArray(Integer[]::new))),
                PublishedInput::number,
                numbers);
    }

    /// The numbers of all published inputs that fit, in an order.
    ///
    /// @param folded whether of each campaign only the first is wanted
    public List<Integer> numbers(CallId call, InputFilter filter, InputOrder order, boolean folded) {
        Condition condition = folded ? Condition.of(call, filter).folded() : Condition.of(call, filter);
        List<Integer> numbers = published
                .sql("SELECT i.number FROM inputs.published_input i WHERE " + condition.sql() + " ORDER BY "
                        + order.columns())
                .params(condition.parameters())
                .query(Integer.class)
                .list();
        if (order != InputOrder.MOST_USED) return numbers;
        Map<Integer, Integer> counts = uses.counts(call);
        return numbers.stream()
                .sorted(Comparator.comparing(number -> -counts.getOrDefault(number, 0)))
                .toList();
    }

    // However many inputs, four statements: the parts of all of them are read at once.
    private List<PublishedInput> whole(String condition, List<Object> parameters) {
        List<PublishedInput> bare = published
                .sql(WHOLE + condition)
                .params(parameters)
                .query((row, n) -> bare(row))
                .list();
        if (bare.isEmpty()) return bare;
        UUID[] ids = bare.stream().map(PublishedInput::id).toArray(UUID[]::new);
        Map<UUID, List<PublishedAnswer>> answers = parts(
                ids,
                """
                SELECT input_id, id, question, position, kind, value, text FROM inputs.published_answer
                WHERE input_id = ANY (?) ORDER BY position""",
                row -> new PublishedAnswer(
                        row.getObject("id", UUID.class),
                        row.getString("question"),
                        row.getInt("position"),
                        row.getString("kind"),
                        Json.tree(row.getString("value")),
                        row.getString("text")));
        Map<UUID, List<PublishedEndorser>> endorsers = parts(
                ids,
                """
                SELECT input_id, organisation, country, stakeholder_type FROM inputs.published_endorser
                WHERE input_id = ANY (?) ORDER BY position""",
                row -> new PublishedEndorser(
                        row.getString("organisation"), row.getString("country"), row.getString("stakeholder_type")));
        Map<UUID, List<PublishedFile>> files = parts(ids, """
                SELECT input_id, id, question, title, file_id FROM inputs.published_attachment
                WHERE input_id = ANY (?) ORDER BY position""", PublishedInputs::file);
        return bare.stream()
                .map(input -> input.with(
                        answers.getOrDefault(input.id(), List.of()),
                        endorsers.getOrDefault(input.id(), List.of()),
                        files.getOrDefault(input.id(), List.of())))
                .toList();
    }

    private interface Part<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> parts(UUID[] inputs, String sql, Part<T> part) {
        Map<UUID, List<T>> parts = new HashMap<>();
        published.sql(sql).param(inputs).query(row -> {
            parts.computeIfAbsent(row.getObject("input_id", UUID.class), input -> new ArrayList<>())
                    .add(part.of(row));
        });
        return parts;
    }

    private static PublishedInput bare(ResultSet row) throws SQLException {
        return new PublishedInput(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getInt("revision"),
                row.getString("language"),
                row.getString("behalf"),
                row.getBoolean("named"),
                row.getString("name"),
                row.getString("stakeholder_type"),
                row.getString("country"),
                row.getString("region"),
                row.getString("scope"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("published_at").toInstant(),
                row.getBoolean("quotable"),
                row.getBoolean("translatable"),
                List.of(),
                List.of(),
                List.of());
    }

    private static PublishedFile file(ResultSet row) throws SQLException {
        return new PublishedFile(
                row.getObject("id", UUID.class),
                row.getString("question"),
                row.getString("title"),
                row.getObject("file_id", UUID.class));
    }

    /// The file of a published input, when files of it may be shown.
    public Optional<PublishedFile> file(CallId call, int number, UUID attachment) {
        return published
                .sql("""
                SELECT t.id, t.question, t.title, t.file_id FROM inputs.published_attachment t
                JOIN inputs.published_input i ON i.id = t.input_id
                WHERE i.call_id = ? AND i.number = ? AND t.id = ?""")
                .params(call.value(), number, attachment)
                .query((row, n) -> file(row))
                .optional();
    }

    /// What is left of an input that was public once.
    public Optional<Tombstone> tombstone(CallId call, int number) {
        return published
                .sql("SELECT number, gone_at, state FROM inputs.published_tombstone WHERE call_id = ? AND number = ?")
                .params(call.value(), number)
                .query((row, n) -> new Tombstone(
                        row.getInt("number"), row.getTimestamp("gone_at").toInstant(), row.getString("state")))
                .optional();
    }

    /// Published inputs by number, from `after` on (0 for the first page).
    public List<InputLine> list(CallId call, InputFilter filter, int after, int limit) {
        return list(Condition.of(call, filter), after, limit);
    }

    /// All published inputs in the same way, but of each campaign only the first.
    public List<InputLine> folded(CallId call, int after, int limit) {
        return list(Condition.of(call, InputFilter.NONE).folded(), after, limit);
    }

    private List<InputLine> list(Condition condition, int after, int limit) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(after);
        parameters.add(limit);
        return published
                .sql(LINES + condition.sql() + " AND i.number > ? ORDER BY i.number LIMIT ?")
                .params(parameters)
                .query(LINE)
                .list();
    }

    /// The published inputs with these numbers, in the order given; those that are not public are left out.
    public List<InputLine> lines(CallId call, List<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        List<InputLine> found = published
                .sql(LINES + "i.call_id = ? AND i.number = ANY (?)")
                .params(call.value(), numbers.toArray(Integer[]::new))
                .query(LINE)
                .list();
        return inOrder(found, InputLine::number, numbers);
    }

    private static <T> List<T> inOrder(List<T> found, Function<T, Integer> number, List<Integer> numbers) {
        Map<Integer, T> byNumber = new HashMap<>();
        found.forEach(one -> byNumber.put(number.apply(one), one));
        return numbers.stream().map(byNumber::get).filter(Objects::nonNull).toList();
    }

    public long count(CallId call, InputFilter filter) {
        Condition condition = Condition.of(call, filter);
        return published
                .sql("SELECT count(*) FROM inputs.published_input i WHERE " + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /// How many published inputs there are for each value of a facet, the other facets of the filter applied.
    public Map<String, Long> facet(CallId call, Facet facet, InputFilter filter) {
        Condition condition = Condition.of(call, facet.without(filter));
        Map<String, Long> counts = new LinkedHashMap<>();
        published
                .sql("SELECT i." + facet.column() + " AS value, count(*) AS inputs FROM inputs.published_input i WHERE "
                        + condition.sql() + " AND i." + facet.column() + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1")
                .params(condition.parameters())
                .query(row -> {
                    counts.put(row.getString("value"), row.getLong("inputs"));
                });
        return counts;
    }

    /// Groups of published inputs that give the same long answer to the same question, word for word, by their
    /// numbers.
    public List<List<Integer>> sameTexts(CallId call) {
        return published
                .sql("""
                SELECT DISTINCT numbers FROM (
                    SELECT array_agg(i.number ORDER BY i.number) AS numbers
                    FROM inputs.published_answer a JOIN inputs.published_input i ON i.id = a.input_id
                    WHERE a.call_id = ? AND a.kind = 'long-text' AND length(a.text) >= 200
                    GROUP BY a.question, a.text_hash HAVING count(*) > 1) same ORDER BY numbers""")
                .param(call.value())
                .query((row, n) -> List.of((Integer[]) row.getArray("numbers").getArray()))
                .list();
    }

    /// The campaigns of a call: the numbers of the published inputs of each.
    public List<List<Integer>> families(CallId call) {
        return published
                .sql("""
                SELECT array_agg(number ORDER BY number) AS numbers FROM inputs.published_family
                WHERE call_id = ? GROUP BY family_id ORDER BY 1""")
                .param(call.value())
                .query((row, n) -> List.of((Integer[]) row.getArray("numbers").getArray()))
                .list();
    }

    /// What became of everything that was received.
    public Tally tally(CallId call) {
        Map<String, Long> states = new LinkedHashMap<>();
        Map<String, Long> receivedByType = new LinkedHashMap<>();
        Map<String, Long> publishedByType = new LinkedHashMap<>();
        Map<String, Long> receivedByRegion = new LinkedHashMap<>();
        Map<String, Long> publishedByRegion = new LinkedHashMap<>();
        published
                .sql("SELECT state, stakeholder_type, region, inputs FROM inputs.published_tally WHERE call_id = ?")
                .param(call.value())
                .query(row -> {
                    String state = row.getString("state");
                    long inputs = row.getLong("inputs");
                    states.merge(state, inputs, Long::sum);
                    receivedByType.merge(row.getString("stakeholder_type"), inputs, Long::sum);
                    receivedByRegion.merge(row.getString("region"), inputs, Long::sum);
                    if (!state.equals("published")) return;
                    publishedByType.merge(row.getString("stakeholder_type"), inputs, Long::sum);
                    publishedByRegion.merge(row.getString("region"), inputs, Long::sum);
                });
        long received = states.values().stream().mapToLong(Long::longValue).sum();
        return new Tally(
                received,
                states.getOrDefault("published", 0L),
                states.getOrDefault("unpublished", 0L),
                states.getOrDefault("withdrawn", 0L),
                states.getOrDefault("duplicate", 0L),
                receivedByType,
                publishedByType,
                receivedByRegion,
                publishedByRegion,
                facet(call, Facet.COUNTRY, InputFilter.NONE),
                facet(call, Facet.LANGUAGE, InputFilter.NONE));
    }

    /// The facets of a list of inputs.
    public enum Facet {
        STAKEHOLDER_TYPE("stakeholder_type"),
        REGION("region"),
        COUNTRY("country"),
        LANGUAGE("language");

        private final String column;

        Facet(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        InputFilter without(InputFilter f) {
            return switch (this) {
                case STAKEHOLDER_TYPE ->
                    new InputFilter(f.text(), List.of(), f.regions(), f.countries(), f.languages());
                case REGION -> new InputFilter(f.text(), f.stakeholderTypes(), List.of(), f.countries(), f.languages());
                case COUNTRY -> new InputFilter(f.text(), f.stakeholderTypes(), f.regions(), List.of(), f.languages());
                case LANGUAGE -> new InputFilter(f.text(), f.stakeholderTypes(), f.regions(), f.countries(), List.of());
            };
        }
    }

    private record Condition(String sql, List<Object> parameters) {

        private static final int MOST_WORDS = 8;

        static Condition of(CallId call, InputFilter filter) {
            var sql = new StringBuilder("i.call_id = ?");
            List<Object> parameters = new ArrayList<>(List.of(call.value()));
            among("stakeholder_type", filter.stakeholderTypes(), sql, parameters);
            among("region", filter.regions(), sql, parameters);
            among("country", filter.countries(), sql, parameters);
            among("language", filter.languages(), sql, parameters);
            for (String word : words(filter.text())) {
                sql.append(
                                " AND (EXISTS (SELECT FROM inputs.published_answer a WHERE a.input_id = i.id AND a.text ILIKE ?)")
                        .append(" OR i.organisation || i.respondent ILIKE ?)");
                String pattern =
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
                parameters.add(pattern);
                parameters.add(pattern);
            }
            return new Condition(sql.toString(), parameters);
        }

        Condition folded() {
            return new Condition(
                    sql + " AND NOT EXISTS (SELECT FROM inputs.published_family f"
                            + " WHERE f.call_id = i.call_id AND f.input_id = i.id AND f.first < f.number)",
                    parameters);
        }

        // Every word is looked for in every answer; nobody's search needs more of them.
        private static List<String> words(String text) {
            return Pattern.compile("\\s+")
                    .splitAsStream(text.strip())
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS)
                    .toList();
        }

        private static void among(String column, List<String> values, StringBuilder sql, List<Object> parameters) {
            if (values.isEmpty()) return;
            sql.append(" AND i.").append(column).append(" = ANY (?)");
            parameters.add(values.toArray(String[]::new));
        }
    }
}
