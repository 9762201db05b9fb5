package org.throughline.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.throughline.citations.CitedDocuments;
import org.throughline.citations.Citing;
import org.throughline.citations.CitingText;
import org.throughline.citations.CitingTexts;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;
import org.throughline.platform.Published;

/// Documents on both sides of citations: their words are looked through for what they cite, and symbols in any
/// text lead to them.
@Component
class CitingDocuments implements CitingTexts, CitedDocuments {

    private static final int SOME = 100;

    private final Published published;
    private final PostedDocuments documents;

    CitingDocuments(Published published, PostedDocuments documents) {
        this.published = published;
        this.documents = documents;
    }

    @Override
    public Citing.Kind kind() {
        return Citing.Kind.DOCUMENT;
    }

    @Override
    public void each(Consumer<CitingText> taker) {
        List<UUID> ids = published
                .sql("SELECT id FROM documents.published_document ORDER BY posted_at, id")
                .query(UUID.class)
                .list();
        for (int from = 0; from < ids.size(); from += SOME)
            documents
                    .find(ids.subList(from, Math.min(ids.size(), from + SOME)))
                    .forEach(one -> taker.accept(text(one, documents.expressions(one.id()))));
    }

    // Its references first, then its words in each language.
    private static CitingText text(PostedDocument one, List<Expression> expressions) {
        List<CitingText.Words> words = new ArrayList<>();
        words.add(new CitingText.Words(
                expressions.getFirst().language(),
                String.join("\n", one.header().references())));
        for (Expression each : expressions)
            words.add(new CitingText.Words(
                    each.language(), each.title() + "\n\n" + each.purpose() + "\n\n" + each.plainBody()));
        return new CitingText(
                thing(one.id(), one.symbol(), one.path(), References.dateOf(one), expressions),
                words.stream().filter(each -> !each.text().isBlank()).toList(),
                List.of());
    }

    /// A document that is posted now, as something that cites.
    static Citing thing(DocumentWork one, Instant posted) {
        String date = one.dated().isEmpty()
                ? LocalDate.ofInstant(posted, Moments.GENEVA).toString()
                : one.dated();
        return thing(one.id(), one.symbol(), "/documents/" + one.address(), date, one.expressions());
    }

    // A revision has the title of what it revises; the symbol tells them apart.
    private static Citing thing(UUID id, String symbol, String path, String date, List<Expression> expressions) {
        Map<String, String> titles = new LinkedHashMap<>();
        expressions.forEach(each -> titles.put(each.language(), symbol + " " + each.title()));
        return new Citing(
                Citing.Kind.DOCUMENT,
                id.toString(),
                path,
                expressions.getFirst().language(),
                new LocalizedText(titles),
                date);
    }

    @Override
    public Map<String, String> paths(List<String> symbols) {
        Map<String, String> keys = new HashMap<>();
        for (String symbol : symbols) DocumentSymbol.read(symbol).ifPresent(read -> keys.put(symbol, read.key()));
        Map<String, String> paths = new HashMap<>();
        for (PostedDocument one : documents.withKeys(List.copyOf(keys.values()))) {
            String key = DocumentSymbol.read(one.symbol()).orElseThrow().key();
            keys.forEach((symbol, each) -> {
                if (each.equals(key)) paths.put(symbol, one.path());
            });
        }
        return paths;
    }
}
