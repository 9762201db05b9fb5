package org.throughline.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;

/// Takes in documents that were numbered elsewhere, earlier or on paper. Their symbols stay as they were written, and
/// no later document is given the same number. One whose symbol nobody knows gets a number of this record, in a
/// series of its own that says so.
@Service
public class RecordedDocuments {

    /// The series of documents whose own symbol is not known, counted by the year they bear.
    public static final String UNKNOWN_SYMBOL = "record";

    private static final String HOLE = "\\{(meeting|serial)}";

    private final JdbcClient jdbc;
    private final AllSeries series;
    private final DocumentNumbers numbers;
    private final DocumentRows rows;
    private final Posting posting;
    private final AuditTrail audit;
    private final Clock clock;

    RecordedDocuments(
            JdbcClient jdbc,
            AllSeries series,
            DocumentNumbers numbers,
            DocumentRows rows,
            Posting posting,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.series = series;
        this.numbers = numbers;
        this.rows = rows;
        this.posting = posting;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param symbol as it is written on the document; empty where nobody knows it
    /// @param dated a year, a month or a day; needed where the symbol is not known
    /// @param words in its original language
    public record Recorded(
            String symbol,
            DocumentKind kind,
            List<DocumentSource> sources,
            DocumentHeader header,
            String dated,
            Expression words) {}

    /// Puts a document on record and lets everybody read it; nobody sent it here, so it was never received. Answers
    /// with its address. Refuses a symbol of no series, one that is taken, and a revision of what is not on record.
    @Transactional
    public String record(Recorded one, Actor actor) {
        Place place = one.symbol().isBlank()
                ? unknown(one.dated())
                : place(one.symbol().strip());
        DocumentSymbol symbol = DocumentSymbol.read(place.symbol).orElseThrow(DocumentRefusals::noSymbol);
        UUID id = Ids.next();
        Timestamp now = Timestamp.from(clock.instant());
        int added = jdbc.sql("""
                INSERT INTO documents.document (id, series, meeting, kind, change, change_number, parent, serial, prefix, symbol,
                    symbol_key, address, sources, action, addressee, strategic_links, financial, refs, dated, state, created_at,
                    updated_at, numbered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, 'numbered', ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(
                        id,
                        place.series.code(),
                        place.meeting,
                        one.kind().word(),
                        symbol.change().word(),
                        symbol.number(),
                        place.parent,
                        place.serial,
                        place.prefix,
                        place.symbol,
                        symbol.key(),
                        symbol.address(),
                        Json.write(one.sources()),
                        one.header().action(),
                        one.header().addressee(),
                        one.header().strategicLinks().toArray(String[]::new),
                        one.header().financial(),
                        one.header().references().toArray(String[]::new),
                        one.dated(),
                        now,
                        now,
                        now)
                .update();
        if (added == 0) throw DocumentRefusals.symbolTaken(place.symbol);
        write(id, one.words(), now);
        DocumentWork work = rows.find(id).orElseThrow();
        audit.record(actor, "document-recorded", work.subject(), Map.of("symbol", place.symbol));
        posting.post(work, posting.read(work), actor);
        return "/documents/" + symbol.address();
    }

    /// Accepts a document that was sent under the symbol it bears already, and lets everybody read it. Answers with
    /// that symbol. Refuses what [#record] refuses, and a document that was sent as a change of another one.
    ///
    /// @param symbol as it is written on the document; empty where nobody knows it
    @Transactional
    public String take(UUID id, int version, String symbol, Actor actor) {
        DocumentWork one = rows.lock(id).filter(found -> !found.isDraft()).orElseThrow(Refusal::notFound);
        if (one.version() != version) throw Refusal.stale();
        boolean waits = one.state() == DocumentState.SUBMITTED || one.state() == DocumentState.RECEIVED;
        if (!waits || one.parent() != null) throw DocumentRefusals.notInThisState();
        Posting.Read read = posting.read(one);
        Place place = symbol.isBlank() ? unknown(one.dated()) : place(symbol.strip());
        DocumentSymbol bears = DocumentSymbol.read(place.symbol).orElseThrow(DocumentRefusals::noSymbol);
        boolean taken = jdbc.sql("SELECT EXISTS (SELECT FROM documents.document WHERE symbol_key = ?)")
                .param(bears.key())
                .query(Boolean.class)
                .single();
        if (taken) throw DocumentRefusals.symbolTaken(place.symbol);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                UPDATE documents.document SET state = 'numbered', series = ?, meeting = ?, change = ?, change_number = ?, parent = ?,
                    serial = ?, prefix = ?, symbol = ?, symbol_key = ?, address = ?, received_at = coalesce(received_at, ?),
                    numbered_at = ?, updated_at = ?, version = version + 1 WHERE id = ?""")
                .params(
                        place.series.code(),
                        place.meeting,
                        bears.change().word(),
                        bears.number(),
                        place.parent,
                        place.serial,
                        place.prefix,
                        place.symbol,
                        bears.key(),
                        bears.address(),
                        now,
                        now,
                        now,
                        id)
                .update();
        audit.record(actor, "document-recorded", one.subject(), Map.of("symbol", place.symbol));
        posting.post(rows.find(id).orElseThrow(), read, actor);
        return place.symbol;
    }

    private record Place(
            Series series,
            String meeting,
            int serial,
            String prefix,
            String symbol,
            @Nullable UUID parent) {}

    private Place unknown(String dated) {
        if (dated.isEmpty()) throw DocumentRefusals.dateMissing();
        Series in = series.find(UNKNOWN_SYMBOL).orElseThrow();
        String year = dated.substring(0, 4);
        int serial = numbers.next(in.code(), year);
        return new Place(in, year, serial, in.prefix(), in.symbol(year, serial), null);
    }

    private Place place(String written) {
        DocumentSymbol symbol = DocumentSymbol.read(written).orElseThrow(DocumentRefusals::noSymbol);
        for (Series one : series.all()) {
            if (one.code().equals(UNKNOWN_SYMBOL)) continue;
            for (String prefix : Stream.concat(Stream.of(one.prefix()), one.former().stream())
                    .toList()) {
                Matcher parts = form(one, prefix).matcher(symbol.stem());
                if (!parts.matches()) continue;
                int serial = Integer.parseInt(parts.group("serial"));
                if (serial == 0) throw DocumentRefusals.noSymbol();
                numbers.skipTo(one.code(), parts.group("meeting"), serial);
                return new Place(one, parts.group("meeting"), serial, prefix, written, parent(symbol));
            }
        }
        throw DocumentRefusals.noSymbol();
    }

    /// The pattern of a series as stems of symbols look: in capitals and without spaces.
    private static Pattern form(Series one, String prefix) {
        String plain = one.pattern().replace("{prefix}", prefix);
        var form = new StringBuilder();
        Matcher hole = Pattern.compile(HOLE).matcher(plain);
        int from = 0;
        while (hole.find()) {
            form.append(Pattern.quote(stem(plain.substring(from, hole.start()))));
            form.append("(?<").append(hole.group(1)).append(">\\d{1,4})");
            from = hole.end();
        }
        return Pattern.compile(form + Pattern.quote(stem(plain.substring(from))));
    }

    private static String stem(String part) {
        return part.toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private @Nullable UUID parent(DocumentSymbol symbol) {
        if (symbol.change() == Change.NONE) return null;
        return jdbc.sql("SELECT id FROM documents.document WHERE symbol_key = ? AND state = 'posted'")
                .param(symbol.rootKey())
                .query(UUID.class)
                .optional()
                .orElseThrow(DocumentRefusals::parentMissing);
    }

    private void write(UUID id, Expression one, Timestamp now) {
        jdbc.sql("""
                INSERT INTO documents.expression (document, language, standing, title, purpose, action_text, financial_text, body, added_at)
                VALUES (?, ?, 'original', ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        one.language(),
                        one.title(),
                        one.purpose(),
                        one.actionText(),
                        one.financialText(),
                        one.body(),
                        now)
                .update();
    }
}
