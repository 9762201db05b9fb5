package org.throughline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// The series and choices that every installation begins with (`documents/shipped.json`). Later starts add what
/// is new in them and leave what is there as it is.
@Component
class ShippedSeries implements SmartInitializingSingleton {

    private static final String FILE = "/documents/shipped.json";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShippedSeries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    record FormerFact(String prefix, String seen) {}

    record SeriesFact(
            String code, String group, String prefix, String pattern, List<FormerFact> former, LocalizedText name) {}

    record ChoiceFact(String code, LocalizedText name) {}

    record SeriesFacts(List<SeriesFact> series, Map<String, List<ChoiceFact>> choices) {}

    static SeriesFacts read() {
        try (InputStream in = ShippedSeries.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("Not in the program: " + FILE);
            return Json.mapper().readValue(in, SeriesFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        SeriesFacts facts = read();
        transaction.executeWithoutResult(status -> {
            int position = 0;
            for (SeriesFact one : facts.series()) add(one, position++);
            facts.choices().forEach(this::add);
        });
    }

    private void add(SeriesFact one, int position) {
        jdbc.sql("""
                INSERT INTO documents.series (code, group_code, prefix, pattern, name, position) VALUES (?, ?, ?, ?, ?::jsonb, ?)
                ON CONFLICT DO NOTHING""")
                .params(one.code(), one.group(), one.prefix(), one.pattern(), Json.write(one.name()), position)
                .update();
        for (FormerFact former : one.former())
            jdbc.sql(
                            "INSERT INTO documents.former_prefix (series, prefix, seen) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(one.code(), former.prefix(), former.seen())
                    .update();
    }

    private void add(String list, List<ChoiceFact> choices) {
        int position = 0;
        for (ChoiceFact one : choices)
            jdbc.sql("""
                    INSERT INTO documents.choice (list, code, name, position) VALUES (?, ?, ?::jsonb, ?)
                    ON CONFLICT DO NOTHING""")
                    .params(list, one.code(), Json.write(one.name()), position++)
                    .update();
    }
}
