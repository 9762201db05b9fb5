package org.throughline.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.throughline.platform.Certainty;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

/// What every table of this module has.
final class Rows {

    private Rows() {}

    static LocalizedText text(ResultSet row, String column) throws SQLException {
        return Json.read(row.getString(column), LocalizedText.class);
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("source"), row.getString("source_url"), Certainty.written(row.getString("certainty")));
    }
}
