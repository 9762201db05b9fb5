package org.throughline.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.world.ThroughlineTest;

/// Files from their arrival to their end.
@ThroughlineTest
class FilesTests {

    private static final long MEGABYTE = 1 << 20;

    @Autowired
    Files files;

    @Autowired
    ContentStore contents;

    @Autowired
    UnusedContent unused;

    @Autowired
    FileRows rows;

    @Autowired
    FileDownload downloads;

    @Autowired
    DataFolder data;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aFileComesBackAsItWasGiven() throws Exception {
        byte[] content = SampleFiles.pdf("Unchanged " + UUID.randomUUID());
        StoredFile file =
                files.find(store(content, "C:\\temp\\مساهمة \"3\".pdf")).orElseThrow();
        assertThat(file.name()).isEqualTo("مساهمة \"3\".pdf");
        assertThat(file.type()).isEqualTo(FileType.PDF);
        assertThat(file.size()).isEqualTo(content.length);
        assertThat(file.sha256()).isEqualTo(sha256(content));
        assertThat(contents.placeOf(file.sha256())).hasBinaryContent(content);
        assertThat(data.folder("files")
                        .resolve(file.sha256().substring(0, 2))
                        .resolve(file.sha256().substring(2)))
                .hasBinaryContent(content);
    }

    @Test
    void theSameContentIsKeptOnceAndStaysAsLongAsAFileHasIt() {
        byte[] content = SampleFiles.odt("Twice " + UUID.randomUUID());
        FileId first = store(content, "first.odt");
        FileId second = store(content, "second.odt");
        assertThat(first).isNotEqualTo(second);
        assertThat(files.find(List.of(first, second)))
                .extracting(StoredFile::name)
                .containsExactly("first.odt", "second.odt");
        Path place = contents.placeOf(files.find(first).orElseThrow().sha256());
        files.delete(first);
        assertThat(place).exists();
        files.delete(second);
        assertThat(place).doesNotExist();
        assertThat(files.find(second)).isEmpty();
    }

    @Test
    void aDeletionThatIsRolledBackLeavesTheContent() {
        FileId id = store(SampleFiles.odt("Stays " + UUID.randomUUID()), "a.odt");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            files.delete(id);
            status.setRollbackOnly();
        });
        assertThat(contents.placeOf(files.find(id).orElseThrow().sha256())).exists();
    }

    @Test
    void aFileThatSomethingRefersToIsNotDeleted() {
        FileId id = store(SampleFiles.odt("Referred " + UUID.randomUUID()), "a.odt");
        jdbc.sql("CREATE TABLE files.test_owner (file uuid REFERENCES files.file (id))")
                .update();
        try {
            jdbc.sql("INSERT INTO files.test_owner VALUES (:id)")
                    .param("id", id.value())
                    .update();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> files.delete(id)))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThat(contents.placeOf(files.find(id).orElseThrow().sha256())).exists();
        } finally {
            jdbc.sql("DROP TABLE files.test_owner").update();
        }
    }

    @Test
    void tooLargeAFileIsRefusedAfterOneByteTooMany() throws IOException {
        int[] read = {0};
        var counting = new java.io.FilterInputStream(SampleFiles.endless()) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int n = super.read(buffer, from, length);
                read[0] += n;
                return n;
            }
        };
        FileRefused refused =
                catchThrowableOfType(FileRefused.class, () -> files.store(counting, "endless.pdf", 11 * MEGABYTE));
        assertThat(refused.problem()).isEqualTo(FileProblem.TOO_LARGE);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.arguments()).containsExactly("endless.pdf", 10L);
        assertThat(read[0]).isEqualTo(10 * MEGABYTE + 1);
        assertThat(data.folder("files").resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aRefusedFileLeavesNothingBehind() {
        byte[] renamed = SampleFiles.utf8("MZ this is a program " + UUID.randomUUID());
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> store(renamed, "letter.docx"));
        assertThat(refused.problem()).isEqualTo(FileProblem.OTHER_TYPE);
        assertThat(refused.status()).isEqualTo(415);
        assertThat(contents.placeOf(sha256(renamed))).doesNotExist();
        assertThat(rows.anyWith(sha256(renamed))).isFalse();
    }

    @Test
    void aBrokenLineLeavesNothingBehind() {
        byte[] content = SampleFiles.pdf("half");
        var broken = new java.io.SequenceInputStream(new ByteArrayInputStream(content, 0, 300), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        });
        assertThat(catchThrowableOfType(UncheckedIOException.class, () -> files.store(broken, "a.pdf", MEGABYTE)))
                .isNotNull();
        assertThat(data.folder("files").resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aFullDiskIsSaidAndNothingIsWritten() throws IOException {
        Path root = java.nio.file.Files.createTempDirectory(data.folder("run"), "full");
        var full = new ContentStore(root, Long.MAX_VALUE / 2);
        var refusal = catchThrowableOfType(
                UnacceptableFile.class, () -> full.receive(new ByteArrayInputStream(new byte[10]), MEGABYTE));
        assertThat(refusal.problem()).isEqualTo(FileProblem.NO_ROOM);
        assertThat(root.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void storingInsideATransactionIsAMistake() {
        var template = new TransactionTemplate(transactions);
        assertThat(catchThrowableOfType(
                        IllegalTransactionStateException.class,
                        () -> template.executeWithoutResult(status -> store(SampleFiles.odt("x"), "a.odt"))))
                .isNotNull();
    }

    @Test
    void manyAtOnceStoreAndDeleteTheSameContentWithoutLosingIt() throws Exception {
        byte[] content = SampleFiles.odt("Together " + UUID.randomUUID());
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<FileId>> tasks = IntStream.range(0, 40)
                    .<Callable<FileId>>mapToObj(i -> () -> {
                        FileId id = store(content, i + ".odt");
                        if (i % 2 == 0) files.delete(id);
                        return id;
                    })
                    .toList();
            var ids = new java.util.ArrayList<FileId>();
            for (var task : threads.invokeAll(tasks)) ids.add(task.get());
            var left = files.find(ids);
            assertThat(left).hasSize(20);
            assertThat(contents.placeOf(left.getFirst().sha256())).hasBinaryContent(content);
        }
    }

    @Test
    void textIsReadInTheBackgroundAndTakenOverForTheSameContent() throws Exception {
        String sentence = "Broadband in every school " + UUID.randomUUID();
        byte[] content = SampleFiles.docx(sentence);
        FileId id = store(content, "a.docx");
        assertThat(finished(id).extraction()).isEqualTo(ExtractionStatus.EXTRACTED);
        assertThat(textOf(id)).contains(sentence);
        assertThat(textOf(store(content, "b.docx"))).contains(sentence);
    }

    @Test
    void aDocumentThatCannotBeReadIsKeptAllTheSame() throws Exception {
        byte[] broken =
                SampleFiles.with(SampleFiles.docx("x"), "word/document.xml", "<unfinished " + UUID.randomUUID());
        FileId id = store(broken, "a.docx");
        assertThat(finished(id).extraction()).isEqualTo(ExtractionStatus.FAILED);
        assertThat(textOf(id)).isEmpty();
        assertThat(contents.placeOf(sha256(broken))).exists();
    }

    @Test
    void contentThatNoFileHasIsSweptAwayAfterADay() throws Exception {
        byte[] orphan = SampleFiles.utf8("orphan " + UUID.randomUUID());
        try (var draft = contents.receive(new ByteArrayInputStream(orphan), MEGABYTE)) {
            contents.place(draft);
        }
        unused.sweep();
        assertThat(contents.placeOf(sha256(orphan))).exists();
        java.nio.file.Files.setLastModifiedTime(
                contents.placeOf(sha256(orphan)),
                java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        unused.sweep();
        assertThat(contents.placeOf(sha256(orphan))).doesNotExist();
    }

    @Test
    void everyProblemHasItsOwnWordsInSixLanguages() {
        for (String language : Languages.ALL) {
            var words = new java.util.HashSet<String>();
            for (FileProblem problem : FileProblem.values()) {
                var refused = FileRefused.of(problem, "<b>'{0}'</b>.pdf", 10 * MEGABYTE);
                String text = messages.in(language)
                        .of(refused.messageKey(), refused.arguments().toArray());
                assertThat(text).contains("<b>'{0}'</b>.pdf");
                assertThat(words.add(text)).isTrue();
            }
        }
    }

    @Test
    void aDownloadIsNeverRunByABrowser() throws Exception {
        byte[] content = SampleFiles.pdf("Download " + UUID.randomUUID());
        StoredFile file =
                files.find(store(content, "\"; filename=evil.html \u00e9.pdf")).orElseThrow();
        var response = downloads.of(file);
        var headers = response.getHeaders();
        assertThat(headers.getFirst("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"__ filename=evil.html _.pdf\"; filename*=UTF-8''%22%3B%20filename%3Devil.html%20%C3%A9.pdf");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("sandbox");
        assertThat(headers.getContentType()).hasToString("application/pdf");
        assertThat(headers.getETag()).isEqualTo('"' + sha256(content) + '"');
        assertThat(response.getBody().getContentAsByteArray()).isEqualTo(content);
    }

    private FileId store(byte[] content, String name) {
        return files.store(new ByteArrayInputStream(content), name, 10 * MEGABYTE);
    }

    private Optional<String> textOf(FileId id) {
        return jdbc.sql("SELECT extracted_text FROM files.file WHERE id = ? AND extracted_text IS NOT NULL")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    private StoredFile finished(FileId id) throws InterruptedException {
        for (int i = 0; i < 1800; i++) {
            StoredFile file = files.find(id).orElseThrow();
            if (file.extraction() == ExtractionStatus.EXTRACTED || file.extraction() == ExtractionStatus.FAILED)
                return file;
            Thread.sleep(100);
        }
        throw new AssertionError("The text of " + id + " was not read in three minutes");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
