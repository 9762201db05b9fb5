package org.throughline.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import tools.jackson.core.type.TypeReference;

/// The groups as everybody may read them.
@Service
public class Groups {

    /// What pages that show groups and their meetings depend on.
    public static final String TAG = "groups";

    static final String COLUMNS =
            "id, code, name, about, terms, terms_symbol, membership, mandates, founded, certainty, source, source_url, version";
    private static final String GROUPS = "SELECT " + COLUMNS + " FROM groups.published_body";

    private final Published published;

    Groups(Published published) {
        this.published = published;
    }

    public List<Group> all() {
        return published
                .sql(GROUPS + " ORDER BY position, code")
                .query((row, n) -> group(row))
                .list();
    }

    public Optional<Group> find(String code) {
        return published
                .sql(GROUPS + " WHERE code = ?")
                .param(code)
                .query((row, n) -> group(row))
                .optional();
    }

    static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Rows.text(row, "name"),
                Rows.text(row, "about"),
                Json.read(row.getString("terms"), new TypeReference<List<LocalizedText>>() {}),
                row.getString("terms_symbol"),
                Rows.text(row, "membership"),
                Rows.list(row, "mandates"),
                row.getString("founded"),
                Rows.source(row),
                row.getInt("version"));
    }
}
