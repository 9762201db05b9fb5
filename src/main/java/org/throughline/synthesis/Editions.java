package org.throughline.synthesis;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.inputs.InputTags;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchIndex;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.Draft.Theme;

/// Publishes a summary as an edition: only through the gate, frozen, on record in the ledger.
@Service
public class Editions {

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final PageStore pages;
    private final SearchIndex search;
    private final SummaryCitations citations;
    private final Clock clock;

    Editions(
            JdbcClient jdbc,
            Drafts drafts,
            Ledger ledger,
            AuditTrail audit,
            PageStore pages,
            SearchIndex search,
            SummaryCitations citations,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.ledger = ledger;
        this.audit = audit;
        this.pages = pages;
        this.search = search;
        this.citations = citations;
        this.clock = clock;
    }

    /// Publishes the summary exactly as it was read. Refused by [GateClosed] while one sentence does not pass, and
    /// as stale when the summary, or what it rests on, has changed since.
    ///
    /// @param seen the fingerprint of the draft that was read
    @Transactional
    public int publish(SummaryId summary, String seen, Actor actor) {
        lock(summary);
        Draft draft = drafts.get(summary);
        // What the gate has to say helps more than that something changed.
        if (SentenceGate.check(draft).isEmpty() && !draft.fingerprint().equals(seen)) throw Refusal.stale();
        return publish(summary, clock.instant(), actor);
    }

    private void lock(SummaryId summary) {
        jdbc.sql("SELECT id FROM synthesis.summary WHERE id = ? FOR UPDATE")
                .param(summary.value())
                .query(UUID.class)
                .optional();
    }

    /// The same with the moment given, for summaries whose past is brought in.
    @Transactional
    public int publish(SummaryId summary, Instant at, Actor actor) {
        lock(summary);
        Draft draft = drafts.get(summary);
        List<GateFinding> findings = SentenceGate.check(draft);
        if (!findings.isEmpty()) throw new GateClosed(findings.size());
        if (draft.sentences().isEmpty()) throw new Refusal("summary-empty", 409, "synthesis.problem.summary-empty");
        int number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM synthesis.edition WHERE summary_id = ?")
                .param(summary.value())
                .query(Integer.class)
                .single();
        UUID edition = Ids.next();
        Hash hash = Hash.sha256(EditionContent.of(draft, number).canonical());
        String subject = "calls/" + draft.slug() + "/summary/editions/" + number;
        EntryId entry = ledger.append(EntryKind.EDITION, subject, hash, at);
        jdbc.sql("""
                INSERT INTO synthesis.edition (id, summary_id, call_id, number, published_at, title, language, header, bands, counts,
                    hash, ledger_entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?)""")
                .params(
                        edition,
                        summary.value(),
                        draft.call().value(),
                        number,
                        Timestamp.from(at),
                        draft.title(),
                        draft.language(),
                        Json.write(draft.header()),
                        Json.write(draft.bands()),
                        Json.write(Map.of("published", draft.published(), "quoted", draft.quoted())),
                        hash.bytes(),
                        entry.value())
                .update();
        int line = 0;
        for (Section section : draft.sections())
            for (Sentence sentence : section.sentences()) freeze(edition, ++line, section, sentence);
        search.put(entry(draft, at));
        citations.put(draft, at);
        audit.record(actor, "summary-published", subject, Map.of("edition", number, "sentences", line));
        pages.changed(InputTags.list(draft.slug()), "summary:" + draft.slug(), "call:" + draft.slug(), "calls");
        return number;
    }

    private void freeze(UUID edition, int line, Section section, Sentence sentence) {
        String theme = section.themes().stream()
                .filter(candidate -> candidate.id().equals(sentence.theme()))
                .map(Theme::title)
                .findFirst()
                .orElse("");
        jdbc.sql("""
                INSERT INTO synthesis.edition_sentence (edition_id, line, section_code, section_title, theme, text, plain_words, base)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        edition,
                        line,
                        section.code(),
                        section.title(),
                        theme,
                        sentence.text(),
                        sentence.plainWords().toArray(String[]::new),
                        sentence.base().toKeep())
                .update();
        sentence.passages()
                .forEach(passage -> jdbc.sql(
                                "INSERT INTO synthesis.edition_evidence (edition_id, line, passage_id) VALUES (?, ?, ?)")
                        .params(edition, line, passage.id().value())
                        .update());
    }

    // The sentences only: what they rest on is found in the inputs, as long as those are public.
    private static SearchEntry entry(Draft draft, Instant at) {
        String sentences =
                String.join("\n", draft.sentences().stream().map(Sentence::text).toList());
        String url = "/calls/" + draft.slug() + "/summary";
        return SearchEntry.of("summary", draft.slug(), url, draft.language(), draft.title(), sentences)
                .withFacet("call", draft.slug())
                .at(at);
    }
}
