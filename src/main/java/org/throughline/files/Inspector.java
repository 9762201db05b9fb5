package org.throughline.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.throughline.platform.Refusal;

/// Decides by content what a file is and whether it may be taken in. Opens nothing that the file embeds.
final class Inspector {

    private static final int HEAD = 1024;
    private static final String ZIP_ENTRY = "PK\3\4";
    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    // A PDF is held whole in memory while it is looked at: few at a time, so that many uploads cannot fill the
    // heap.
    private final Semaphore places;
    private final Duration patience;

    Inspector() {
        this(2, Duration.ofSeconds(30));
    }

    Inspector(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    FileType inspect(Path content, String name) throws UnacceptableFile, IOException {
        return inspect(content, name, false);
    }

    /// @param original whether it is an input as it came, which may be plain text as well
    FileType inspect(Path content, String name, boolean original) throws UnacceptableFile, IOException {
        takePlace();
        try {
            FileType type = original ? typeOfOriginal(content, name) : typeOf(content);
            if (!type.agreesWith(name)) throw new UnacceptableFile(FileProblem.NAME_DIFFERS, "content is " + type);
            return type;
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) throw Refusal.busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
    }

    private static FileType typeOfOriginal(Path content, String name) throws UnacceptableFile, IOException {
        try {
            return typeOf(content);
        } catch (UnacceptableFile unknown) {
            // Outlook saves mails in the same container as old versions of Word.
            boolean outlook = unknown.problem() == FileProblem.OLD_WORD
                    && FileNames.lower(name).endsWith(".msg");
            if (unknown.problem() != FileProblem.OTHER_TYPE && !outlook) throw unknown;
            if (!outlook && PlainText.is(Files.readAllBytes(content))) return FileType.TEXT;
            throw new UnacceptableFile(FileProblem.OTHER_ORIGINAL, "neither a document nor text");
        }
    }

    private static FileType typeOf(Path content) throws UnacceptableFile, IOException {
        Bytes head = head(content);
        if (head.length() == 0) throw new UnacceptableFile(FileProblem.EMPTY, "no bytes");
        int pdf = head.indexOf(PdfRules.HEADER, 0);
        if (head.startsWith(ZIP_ENTRY, 0)) {
            if (pdf >= 0) throw new UnacceptableFile(FileProblem.TWO_FORMATS, "ZIP and PDF");
            try (var zip = ZipGuard.open(content)) {
                return OfficeRules.check(zip);
            }
        }
        if (pdf > 0) throw new UnacceptableFile(FileProblem.TWO_FORMATS, "PDF header not at the start");
        if (pdf == 0) {
            if (ZipGuard.isAlsoZip(content)) throw new UnacceptableFile(FileProblem.TWO_FORMATS, "PDF and ZIP");
            PdfRules.check(Files.readAllBytes(content));
            return FileType.PDF;
        }
        throw isCompoundFile(head)
                ? compoundFile(content)
                : new UnacceptableFile(FileProblem.OTHER_TYPE, "unknown signature");
    }

    private static Bytes head(Path content) throws IOException {
        try (var in = Files.newInputStream(content)) {
            return new Bytes(in.readNBytes(HEAD));
        }
    }

    private static boolean isCompoundFile(Bytes head) {
        return java.util.Arrays.mismatch(head.array(), COMPOUND_FILE) == COMPOUND_FILE.length;
    }

    /// Word keeps a document with a password in a compound file with this stream; without it, it is an old format.
    private static UnacceptableFile compoundFile(Path content) throws IOException {
        var bytes = new Bytes(Files.readAllBytes(content));
        String stream = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        boolean encrypted = bytes.indexOf(stream, 0) >= 0;
        return new UnacceptableFile(encrypted ? FileProblem.ENCRYPTED : FileProblem.OLD_WORD, "compound file");
    }
}
