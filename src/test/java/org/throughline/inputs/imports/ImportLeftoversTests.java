package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
import org.throughline.platform.DataFolder;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// What imports leave in the data folder does not stay there for ever.
@ThroughlineTest
class ImportLeftoversTests {

    @Autowired
    Calls calls;

    @Autowired
    ImportJobs jobs;

    @Autowired
    DataFolder data;

    private Path refusedRows(Duration ago) throws IOException {
        Path file = Files.createFile(data.folder("imports").resolve(UUID.randomUUID() + ".refused.jsonl"));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    @Test
    void refusedRowsAreKeptForAMonth() throws IOException {
        Path old = refusedRows(Duration.ofDays(31));
        Path young = refusedRows(Duration.ofDays(29));
        var file =
                new ByteArrayInputStream("key,organisation,q1\na,Society A,Words\n".getBytes(StandardCharsets.UTF_8));
        jobs.start(
                calls.get(SmallCall.open(calls, SmallCall.freshSlug())),
                file,
                "in.csv",
                "",
                true,
                Actor.system("test"));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }
}
