package org.throughline.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.throughline.platform.Published;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;

/// Lists of posted documents, page by page. Those of one meeting come by their numbers, all others the newest
/// first.
@Service
public class DocumentList {

    public static final int PAGE = 50;

    private static final Pattern PLACE = Pattern.compile("(\\d{1,19})-([0-9a-f-]{36})");

    private final Published published;
    private final PostedDocuments documents;
    private final Search search;

    DocumentList(Published published, PostedDocuments documents, Search search) {
        this.published = published;
        this.documents = documents;
        this.search = search;
    }

    /// A page of the list.
    ///
    /// @param total on all pages
    /// @param next where the next page begins; empty on the last one
    /// @param searchDown whether the words could not be searched for
    public record Page(List<PostedDocument> documents, long total, String next, boolean searchDown) {}

    /// @param language the reader’s, in which words count more
    public Page page(DocumentQuery query, String language) {
        List<Object> values = new ArrayList<>();
        var where = new StringBuilder("WHERE true");
        boolean down = false;
        narrow(where, values, "d.series = ?", query.series());
        narrow(where, values, "d.meeting = ?", query.meeting());
        narrow(where, values, "d.kind = ?", query.kind());
        narrow(where, values, "d.sources @> jsonb_build_array(jsonb_build_object('kind', ?::text))", query.source());
        narrow(
                where,
                values,
                "EXISTS (SELECT 1 FROM documents.published_expression e WHERE e.document = d.id AND e.language = ?)",
                query.language());
        narrow(where, values, "to_char(d.posted_at AT TIME ZONE 'Europe/Zurich', 'YYYY') = ?", query.year());
        if (!query.words().isBlank()) {
            Optional<List<String>> found = found(query.words(), language);
            down = found.isEmpty();
            where.append(" AND d.id = ANY (?)");
            values.add(found.orElse(List.of()).stream().map(UUID::fromString).toArray(UUID[]::new));
        }
        long total = published
                .sql("SELECT count(*) FROM documents.published_document d " + where)
                .params(values)
                .query(Long.class)
                .single();
        return cut(query, where, values, total, down);
    }

    private Page cut(DocumentQuery query, StringBuilder where, List<Object> values, long total, boolean down) {
        boolean byNumber = !query.series().isEmpty() && !query.meeting().isEmpty();
        String place = byNumber
                ? "(d.serial::bigint * 4 + array_position(ARRAY['', 'rev', 'add', 'corr'], d.change) - 1) * 1000 + d.change_number"
                : "(extract(epoch FROM d.posted_at) * 1000000)::bigint";
        Matcher after = PLACE.matcher(query.after() == null ? "" : query.after());
        if (after.matches()) {
            where.append(" AND (")
                    .append(place)
                    .append(", d.id) ")
                    .append(byNumber ? ">" : "<")
                    .append(" (?, ?)");
            values.add(Long.parseLong(after.group(1)));
            values.add(UUID.fromString(after.group(2)));
        }
        String direction = byNumber ? "" : " DESC";
        List<PostedDocument> some = documents.list(published
                .sql("SELECT " + PostedDocuments.COLUMNS + " FROM documents.published_document d " + where
                        + " ORDER BY " + place + direction + ", d.id" + direction + " LIMIT " + (PAGE + 1))
                .params(values));
        String next = "";
        if (some.size() > PAGE) {
            some = some.subList(0, PAGE);
            PostedDocument last = some.getLast();
            long at = byNumber
                    ? (last.serial() * 4L + last.change().ordinal()) * 1000 + last.changeNumber()
                    : last.postedAt().getEpochSecond() * 1_000_000
                            + last.postedAt().getNano() / 1_000;
            next = at + "-" + last.id();
        }
        return new Page(List.copyOf(some), total, next, down);
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, String value) {
        if (value.isEmpty()) return;
        where.append(" AND ").append(condition);
        values.add(value);
    }

    private Optional<List<String>> found(String words, String language) {
        return search.keys(SearchQuery.of(words, language).ofKinds(List.of(Posting.SEARCH)));
    }

    /// The years in which something was posted, newest first.
    public List<String> years() {
        return published.sql("""
                SELECT DISTINCT to_char(posted_at AT TIME ZONE 'Europe/Zurich', 'YYYY') AS year
                FROM documents.published_document ORDER BY year DESC""").query(String.class).list();
    }

    /// The meetings for which something was posted, newest first.
    ///
    /// @param series empty for all
    public List<String> meetings(String series) {
        return published.sql("""
                SELECT meeting FROM documents.published_document WHERE ? IN ('', series)
                GROUP BY meeting ORDER BY meeting::int DESC""").param(series).query(String.class).list();
    }
}
