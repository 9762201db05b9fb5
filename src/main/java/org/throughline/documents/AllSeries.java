package org.throughline.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.throughline.documents.Series.Choices;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;

/// The series of documents, and what their headers are chosen from. Both are data.
@Service
public class AllSeries {

    public static final String ACTION = "action";
    public static final String ADDRESSEE = "addressee";
    public static final String STRATEGIC_LINK = "strategic-link";
    public static final String FINANCIAL = "financial";

    private final Published published;

    AllSeries(Published published) {
        this.published = published;
    }

    public List<Series> all() {
        Map<String, List<String>> former = new LinkedHashMap<>();
        published
                .sql("SELECT series, prefix FROM documents.published_former_prefix ORDER BY prefix")
                .query(row -> {
                    former.computeIfAbsent(row.getString("series"), code -> new ArrayList<>())
                            .add(row.getString("prefix"));
                });
        return published
                .sql(
                        "SELECT code, group_code, prefix, pattern, name FROM documents.published_series ORDER BY position, code")
                .query((row, n) -> new Series(
                        row.getString("code"),
                        row.getString("group_code"),
                        row.getString("prefix"),
                        row.getString("pattern"),
                        Json.read(row.getString("name"), LocalizedText.class),
                        former.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    /// Those in which authors write. Documents whose own symbol is not known are only put on record.
    public List<Series> forAuthors() {
        return all().stream()
                .filter(one -> !one.code().equals(RecordedDocuments.UNKNOWN_SYMBOL))
                .toList();
    }

    public Optional<Series> find(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Choices choices() {
        Map<String, Map<String, LocalizedText>> lists = new LinkedHashMap<>();
        published
                .sql("SELECT list, code, name FROM documents.published_choice ORDER BY list, position")
                .query(row -> {
                    lists.computeIfAbsent(row.getString("list"), list -> new LinkedHashMap<>())
                            .put(row.getString("code"), Json.read(row.getString("name"), LocalizedText.class));
                });
        return new Choices(lists);
    }
}
