package org.throughline.inputs.imports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.Messages;
import org.throughline.tables.Progress;
import org.throughline.tables.RefusedFile;

/// Files of inputs brought in by hand, into calls made for it.
abstract class Importing {

    @Autowired
    Importer importer;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs published;

    @Autowired
    Messages messages;

    @TempDir
    Path folder;

    final Actor actor = Actor.system("test");

    ImportResult run(String slug, Path file, @Nullable Mapping mapping) {
        var refused = new RefusedFile(refused(), messages.in("en"));
        return importer.run(slug, file, mapping, refused, false, actor, Progress.NONE);
    }

    Path refused() {
        return folder.resolve("refused.csv");
    }
}
