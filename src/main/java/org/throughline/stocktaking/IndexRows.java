package org.throughline.stocktaking;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Published;

/// Reads what the [RegisterIndex] holds, through the public's own door.
@Component
class IndexRows {

    private static final int CHUNK = 5_000;
    private static final int AT_ONCE = 1_000;
    private static final String COLUMNS = """
            SELECT number, collection, title, language, activity_type, status, coverage, starts_on, action_lines, sdgs, gdc,
                   countries, regions, beneficiaries, entity_type, completeness, published_at, confirmed_at, closed_at
            FROM stocktaking.published_project WHERE """ + " ";

    private final Published published;
    private final RuleBasedCollator collator = collator();

    IndexRows(Published published) {
        this.published = published;
    }

    // The root collation sorts the letters of all six languages, each script after the other.
    private static RuleBasedCollator collator() {
        var collator = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
        collator.setStrength(Collator.SECONDARY);
        collator.setNumericCollation(true);
        return (RuleBasedCollator) collator.freeze();
    }

    /// One entry as far as lists go by it.
    ///
    /// @param title its title's place in the alphabet, as bytes that compare
    record Row(
            int number,
            Map<Facet, List<String>> facets,
            Instant publishedAt,
            Instant confirmedAt,
            @Nullable Instant closedAt,
            @Nullable LocalDate startsOn,
            int completeness,
            byte[] title) {}

    void each(Consumer<Row> each) {
        long last = 0;
        for (List<Row> some = after(last); !some.isEmpty(); some = after(last)) {
            some.forEach(each);
            last = some.getLast().number();
        }
    }

    private List<Row> after(long last) {
        return published
                .sql(COLUMNS + "number > ? ORDER BY number LIMIT " + CHUNK)
                .param(last)
                .query((row, n) -> row(row))
                .list();
    }

    List<Row> some(Set<Long> numbers) {
        List<Row> found = new ArrayList<>();
        List<Long> all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += AT_ONCE)
            found.addAll(published
                    .sql(COLUMNS + "number = ANY (?)")
                    .param(all.subList(from, Math.min(all.size(), from + AT_ONCE))
                            .toArray(Long[]::new))
                    .query((row, n) -> row(row))
                    .list());
        return found;
    }

    private Row row(ResultSet row) throws SQLException {
        Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.ACTION_LINE, PublishedProjects.texts(row, "action_lines"));
        facets.put(Facet.SDG, PublishedProjects.texts(row, "sdgs"));
        facets.put(Facet.GDC, PublishedProjects.texts(row, "gdc"));
        facets.put(Facet.COUNTRY, PublishedProjects.texts(row, "countries"));
        facets.put(Facet.REGION, PublishedProjects.texts(row, "regions"));
        facets.put(Facet.BENEFICIARY, PublishedProjects.texts(row, "beneficiaries"));
        facets.put(Facet.STAKEHOLDER_TYPE, one(row.getString("entity_type")));
        facets.put(Facet.ACTIVITY_TYPE, one(row.getString("activity_type")));
        facets.put(Facet.COVERAGE, one(row.getString("coverage")));
        facets.put(Facet.STATUS, one(row.getString("status")));
        facets.put(Facet.LANGUAGE, one(row.getString("language")));
        facets.put(Facet.COLLECTION, one(row.getString("collection")));
        LocalDate starts = row.getObject("starts_on", LocalDate.class);
        facets.put(Facet.YEAR, starts == null ? List.of() : one(Integer.toString(starts.getYear())));
        return new Row(
                Math.toIntExact(row.getLong("number")),
                facets,
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("confirmed_at").toInstant(),
                ProjectRows.instant(row, "closed_at"),
                starts,
                row.getInt("completeness"),
                collator.getCollationKey(row.getString("title")).toByteArray());
    }

    private static List<String> one(String value) {
        return value.isEmpty() ? List.of() : List.of(value.intern());
    }
}
