package org.throughline.inputs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.files.TextExtracted;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchIndex;

/// Keeps the search entry of an input as the published views show the input, in the transaction that changes it:
/// what they do not show cannot be found.
@Component
class InputSearch {

    static final String KIND = "input";

    private final JdbcClient jdbc;
    private final InputRows inputs;
    private final SearchIndex search;

    InputSearch(JdbcClient jdbc, InputRows inputs, SearchIndex search) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.search = search;
    }

    // Whoever changes the input meanwhile waits for this entry, or this entry for them: with neither waiting, the
    // older of two states could be written last.
    @EventListener
    void on(InputPublicityChanged event) {
        inputs.locked(event.input());
        String key = event.slug() + "/" + event.number();
        find(event).ifPresentOrElse(search::put, () -> search.remove(KIND, key));
    }

    /// A file's text is read some time after its input was taken in, maybe after the input was published.
    @EventListener
    void on(TextExtracted event) {
        jdbc.sql("""
                SELECT i.id, i.call_id, c.slug, i.number FROM inputs.published_attachment t
                JOIN inputs.published_input i ON i.id = t.input_id JOIN calls.call c ON c.id = i.call_id WHERE t.file_id = ?""")
                .param(event.file().value())
                .query((row, n) -> new InputPublicityChanged(
                        new InputId(row.getObject("id", UUID.class)),
                        new CallId(row.getObject("call_id", UUID.class)),
                        row.getString("slug"),
                        row.getInt("number")))
                .list()
                .forEach(this::on);
    }

    private Optional<SearchEntry> find(InputPublicityChanged event) {
        return jdbc.sql("""
                SELECT i.language, i.organisation || i.respondent AS name, i.stakeholder_type, i.region, i.country, i.received_at,
                       coalesce((SELECT string_agg(a.text, E'\\n\\n' ORDER BY a.position) FROM inputs.published_answer a
                                 WHERE a.input_id = i.id AND a.kind IN ('long-text', 'short-text', 'group')), '') AS text,
                       coalesce((SELECT string_agg(f.text, E'\\n\\n' ORDER BY f.position) FROM inputs.published_attachment_text f
                                 WHERE f.input_id = i.id), '') AS files
                FROM inputs.published_input i WHERE i.id = ?""")
                .param(event.input().value())
                .query((row, n) -> entry(event, row))
                .optional();
    }

    private static SearchEntry entry(InputPublicityChanged event, ResultSet row) throws SQLException {
        String key = event.slug() + "/" + event.number();
        String url = "/calls/" + event.slug() + "/inputs/" + event.number();
        SearchEntry entry = SearchEntry.of(
                        KIND,
                        key,
                        url,
                        row.getString("language"),
                        row.getString("name"),
                        (row.getString("text") + "\n\n" + row.getString("files")).strip())
                .withFacet("call", event.slug())
                .withFacet("stakeholder-type", row.getString("stakeholder_type"))
                .withFacet("region", row.getString("region"))
                .at(row.getTimestamp("received_at").toInstant());
        String country = row.getString("country");
        return country == null ? entry : entry.withFacet("country", country);
    }
}
