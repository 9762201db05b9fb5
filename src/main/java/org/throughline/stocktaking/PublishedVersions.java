package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import tools.jackson.databind.JsonNode;

/// Every state of an entry that the public saw, for as long as the entry is public; through the public's own door.
@Service
public class PublishedVersions {

    private static final String WHOLE = """
            SELECT v.number, v.version, v.title, v.language, v.answers, v.published_at, p.collection, f.definition, f.version AS form,
                   p.version = v.version AS current
            FROM stocktaking.published_version v
            JOIN stocktaking.published_project p ON p.number = v.number
            JOIN stocktaking.published_form f ON f.collection = p.collection AND f.version = v.form_version
            WHERE v.number = ?""";

    private final Published published;

    PublishedVersions(Published published) {
        this.published = published;
    }

    /// A state of an entry as the public saw it.
    ///
    /// @param publishedAt since when it was public
    /// @param current whether it is the one that is shown now
    public record Version(
            long number,
            int version,
            String title,
            String language,
            JsonNode answers,
            Instant publishedAt,
            String collection,
            ProjectForm form,
            int formVersion,
            boolean current) {

        /// The codes of what was answered otherwise than in another version, in the order of the forms.
        public List<String> changedSince(Version other) {
            Set<String> codes = new LinkedHashSet<>();
            form.fields().map(ProjectForm.Field::code).forEach(codes::add);
            other.form.fields().map(ProjectForm.Field::code).forEach(codes::add);
            return codes.stream()
                    .filter(code -> !answer(code).equals(other.answer(code)))
                    .toList();
        }

        private JsonNode answer(String code) {
            return answers.path(code);
        }
    }

    /// All of them, newest first; none for an entry that is not public.
    public List<Version> all(long number) {
        return published
                .sql(WHOLE + " ORDER BY v.version DESC")
                .param(number)
                .query(PublishedVersions::version)
                .list();
    }

    public Optional<Version> find(long number, int version) {
        return published
                .sql(WHOLE + " AND v.version = ?")
                .params(number, version)
                .query(PublishedVersions::version)
                .optional();
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        return new Version(
                row.getLong("number"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("language"),
                Json.tree(row.getString("answers")),
                row.getTimestamp("published_at").toInstant(),
                row.getString("collection"),
                Json.read(row.getString("definition"), ProjectForm.class),
                row.getInt("form"),
                row.getBoolean("current"));
    }
}
