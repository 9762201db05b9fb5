package org.throughline.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Ids;

/// Takes in the files that people attach, keeps each content once and gives it back. Refuses, as [FileRefused], all
/// that is not a PDF, DOCX or ODT document of moderate size without programs, passwords and tricks.
///
/// The owner of an attachment keeps the [FileId] in a column that refers to `files.file (id)`: who may read a file
/// is the owner's business, and the database does not let a file go that something refers to.
@Service
public class Files {

    private static final Logger log = LoggerFactory.getLogger(Files.class);

    private final FileRows rows;
    private final ContentStore contents;
    private final UnusedContent unused;
    private final Extractions extractions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long largest;
    private final Inspector inspector = new Inspector();

    Files(
            FileRows rows,
            ContentStore contents,
            UnusedContent unused,
            Extractions extractions,
            PlatformTransactionManager transactions,
            FileSettings settings,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.unused = unused;
        this.extractions = extractions;
        this.transaction = new TransactionTemplate(transactions);
        this.largest = settings.largest().toBytes();
        this.clock = clock;
    }

    /// Takes a file in and returns when it is durable. Reads at most one byte more than allowed. Its text is read
    /// later, see [TextExtracted]. Must not be called inside a transaction, which would wait for the sender's line.
    @Transactional(propagation = Propagation.NEVER)
    public FileId store(InputStream in, String originalName, long maxBytes) {
        return store(in, originalName, maxBytes, false);
    }

    /// The same for an input as it came by mail or on paper, kept as proof for the secretariat's eyes: plain text, such
    /// as a saved mail, is taken in as well.
    @Transactional(propagation = Propagation.NEVER)
    public FileId storeOriginal(InputStream in, String originalName, long maxBytes) {
        return store(in, originalName, maxBytes, true);
    }

    /// Takes in a picture, PNG, JPEG or WebP, and keeps what one sees of it: where and with what it was taken is left
    /// out, see [Pictures].
    @Transactional(propagation = Propagation.NEVER)
    public FileId storePicture(InputStream in, String originalName, long maxBytes) {
        String name = FileNames.clean(originalName);
        long limit = Math.min(maxBytes, largest);
        try {
            byte[] raw = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (raw.length > limit) throw new UnacceptableFile(FileProblem.TOO_LARGE, "picture");
            Pictures.Clean picture = Pictures.clean(raw);
            if (!picture.type().agreesWith(name))
                throw new UnacceptableFile(FileProblem.NAME_DIFFERS, "content is " + picture.type());
            try (ContentStore.Draft draft = contents.receive(new ByteArrayInputStream(picture.bytes()), limit)) {
                FileId id = keep(draft, picture.type(), name);
                log.info("File {} kept: {}, {} bytes", id, picture.type(), draft.size());
                return id;
            }
        } catch (UnacceptableFile e) {
            if (e.problem() == FileProblem.NO_ROOM) log.error("No room for files: {}", e.getMessage());
            else log.info("A picture was refused: {}", e.problem());
            throw FileRefused.of(e.problem(), name, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileId store(InputStream in, String originalName, long maxBytes, boolean original) {
        String name = FileNames.clean(originalName);
        long limit = Math.min(maxBytes, largest);
        try (ContentStore.Draft draft = contents.receive(in, limit)) {
            FileType type = inspector.inspect(draft.path(), name, original);
            FileId id = keep(draft, type, name);
            extractions.wake();
            log.info("File {} kept: {}, {} bytes", id, type, draft.size());
            return id;
        } catch (UnacceptableFile e) {
            if (e.problem() == FileProblem.NO_ROOM) log.error("No room for files: {}", e.getMessage());
            else log.info("A file was refused: {}", e.problem());
            throw FileRefused.of(e.problem(), name, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileId keep(ContentStore.Draft draft, FileType type, String name) {
        var id = new FileId(Ids.next());
        try {
            transaction.executeWithoutResult(status -> {
                rows.lock(draft.sha256());
                place(draft);
                rows.insert(id, draft.sha256(), draft.size(), type, name, clock.instant());
            });
        } catch (RuntimeException e) {
            unused.removeIfUnused(draft.sha256());
            throw e;
        }
        return id;
    }

    private void place(ContentStore.Draft draft) {
        try {
            contents.place(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional(readOnly = true)
    public Optional<StoredFile> find(FileId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /// The files among `ids` that exist, oldest first.
    @Transactional(readOnly = true)
    public List<StoredFile> find(Collection<FileId> ids) {
        return rows.find(ids.stream().map(FileId::value).toList());
    }

    /// Forgets a file in the caller's transaction; its content goes after the commit, unless another file has the
    /// same. The owner takes away its own reference first: the database refuses to delete a file that is referred
    /// to.
    @Transactional
    public void delete(FileId id) {
        rows.delete(id).ifPresent(sha256 -> afterCommit(() -> unused.removeIfUnused(sha256)));
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
