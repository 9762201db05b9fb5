package org.throughline.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Refusal;

/// Reads the text of a document while its sender waits, and keeps nothing of it. The same checks as for files that are
/// kept, and the same child process; one document at a time, so that strangers cannot fill the memory.
@Service
public class DocumentReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WAITING = Duration.ofSeconds(60);

    private final Semaphore place = new Semaphore(1, true);
    private final Inspector inspector = new Inspector();
    private final ContentStore contents;
    private final Extractor extractor;
    private final long largest;

    DocumentReader(ContentStore contents, DataFolder data, FileSettings settings) {
        this.contents = contents;
        this.largest = settings.largest().toBytes();
        this.extractor = new Extractor(
                data.folder("run").resolve("reading"),
                settings.extractionTime(),
                WAITING,
                settings.extractedCharacters());
    }

    /// The text of a PDF, DOCX or ODT document; of a very long one, its beginning. Refuses as [Files#store] does, and
    /// what cannot be read to its end.
    public String read(InputStream in, String originalName) {
        String name = FileNames.clean(originalName);
        enter();
        try (ContentStore.Draft draft = contents.receive(in, largest)) {
            Extractor.Outcome outcome = extractor.extract(inspector.inspect(draft.path(), name), draft.path());
            if (!outcome.read()) throw new UnacceptableFile(FileProblem.DAMAGED, "no text");
            return outcome.text();
        } catch (UnacceptableFile e) {
            throw FileRefused.of(e.problem(), name, largest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        } finally {
            place.release();
        }
    }

    private void enter() {
        try {
            if (!place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) throw Refusal.busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
    }

    @Override
    public void close() {
        extractor.close();
    }
}
