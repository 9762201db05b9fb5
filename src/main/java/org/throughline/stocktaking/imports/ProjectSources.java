package org.throughline.stocktaking.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.tables.RowSource;
import org.throughline.tables.SourceFile;

/// The kinds of file that projects come in: tables, and activities of the IATI Standard, which bring their mapping.
@Component
class ProjectSources {

    private static final String IATI_MAPPING = "/iati/mapping.json";

    private final String schemaFolder;
    private @Nullable Schema schema;

    /// @param schemaFolder where an operator keeps the standard's own schema files; empty to use ours
    ProjectSources(@Value("${throughline.iati-schema:}") String schemaFolder) {
        this.schemaFolder = schemaFolder;
    }

    RowSource open(Path file, String encoding) {
        return IatiFile.is(file) ? IatiFile.open(file, schema()) : SourceFile.open(file, encoding);
    }

    private synchronized Schema schema() {
        if (schema == null)
            schema = schemaFolder.isBlank() ? IatiSchema.shipped() : IatiSchema.of(Path.of(schemaFolder));
        return schema;
    }

    /// The mapping of a file that has none of its own; absent when its columns are to speak for themselves.
    static @Nullable ProjectMapping usual(Path file, @Nullable ProjectMapping said) {
        if (!IatiFile.is(file)) return null;
        if (said != null && !said.leavesColumnsToTheirNames()) return null;
        try (InputStream in = ProjectSources.class.getResourceAsStream(IATI_MAPPING)) {
            if (in == null) throw new IllegalStateException("No resource " + IATI_MAPPING);
            ProjectMapping iati =
                    ProjectMapping.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), IATI_MAPPING);
            return said == null ? iati : iati.with(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
