package org.throughline.stocktaking.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.audit.Actor;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Messages;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.Register;
import org.throughline.tables.Progress;
import org.throughline.tables.RefusedFile;
import org.throughline.world.SmallRegister;
import tools.jackson.databind.JsonNode;

/// Files of projects brought in by hand, into registers made for it.
abstract class ImportingProjects {

    @Autowired
    ProjectImporter importer;

    @Autowired
    ProjectImportRows rows;

    @Autowired
    ImportUndo undoing;

    @Autowired
    ProjectCollections collections;

    @Autowired
    Register register;

    @Autowired
    PublishedProjects published;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Messages messages;

    @TempDir
    Path folder;

    final Actor actor = Actor.system("test");
    ProjectCollection collection;
    java.util.UUID job;

    @BeforeEach
    void aFreshRegister() {
        collection = SmallRegister.fresh(collections);
    }

    ProjectImportResult run(Path file, @Nullable ProjectMapping mapping, boolean publish) {
        return run(file, mapping, publish, false);
    }

    ProjectImportResult run(Path file, @Nullable ProjectMapping mapping, boolean publish, boolean dryRun) {
        job = Ids.next();
        rows.insert(
                new ProjectImportRows.Begun(job, collection, null, "test", "", "", dryRun, publish, "For the test"),
                null);
        var order = new ProjectImporter.Order(job, collection, file, mapping, publish, "For the test", dryRun);
        return importer.run(order, new RefusedFile(refused(), messages.in("en")), actor, Progress.NONE);
    }

    Path refused() {
        return folder.resolve("refused.csv");
    }

    String refusedText() throws IOException {
        return Files.exists(refused()) ? Files.readString(refused()) : "";
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// The newest state of a project of this register, by its title.
    JsonNode answers(String title) {
        return Json.tree(
                jdbc.sql("""
                SELECT r.answers FROM stocktaking.revision r JOIN stocktaking.project p ON p.id = r.project_id AND r.number = p.revision
                WHERE p.collection_id = ? AND r.title = ? ORDER BY p.number DESC LIMIT 1""").params(collection.id(), title).query(String.class).single());
    }

    List<String> publicTitles() {
        return jdbc.sql("SELECT title FROM stocktaking.published_project WHERE collection = ? ORDER BY number")
                .param(collection.slug())
                .query(String.class)
                .list();
    }
}
