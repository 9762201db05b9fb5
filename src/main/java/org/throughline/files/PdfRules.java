package org.throughline.files;

import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// What a PDF must be and must not carry, found by looking for names (ISO 32000-2, 7.3.5) in the whole file and in
/// every stream that inflates, object streams among them.
///
/// This is a scan, not a parser: it cannot be led astray by broken cross-references, it never builds what the file
/// describes, and it errs towards refusing. A file that a viewer is nonetheless fooled by is still served as an
/// attachment under a sandbox policy.
final class PdfRules {

    static final String HEADER = "%PDF-";

    /// Names that make a viewer run, start or play something.
    private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch", "RichMedia", "XFA");

    private static final long MOST_BYTES = 200L << 20;
    private static final long MOST_BYTES_OF_AN_IMAGE = 1L << 20;
    private static final long MOST_READINGS = 4;
    private static final int TAIL = 4096;

    private static final Set<String> KEYS = Set.of("ObjStm", "First", "Image");

    private final Bytes pdf;
    private final byte[] buffer = new byte[1 << 16];
    private long inflatedInAll;
    private long packedInAll;

    private PdfRules(byte[] pdf) {
        this.pdf = new Bytes(pdf);
    }

    static void check(byte[] pdf) throws UnacceptableFile {
        var rules = new PdfRules(pdf);
        rules.checkEnd();
        rules.checkEncryption();
        rules.checkNames(pdf, 0, pdf.length);
        rules.checkStreams();
    }

    private void checkEnd() throws UnacceptableFile {
        int from = Math.max(0, pdf.length() - TAIL);
        if (pdf.indexOf("%%EOF", from) < 0) throw new UnacceptableFile(FileProblem.DAMAGED, "no end of file mark");
    }

    /// The key stands in a trailer or cross-reference dictionary, which are never compressed, and has a reference
    /// or a dictionary as its value.
    private void checkEncryption() throws UnacceptableFile {
        for (int at = pdf.indexOf("/Encrypt", 0); at >= 0; at = pdf.indexOf("/Encrypt", at + 1)) {
            int value = pdf.skipSpace(at + "/Encrypt".length());
            boolean spaced = value > at + "/Encrypt".length();
            if ((spaced && pdf.isDigit(value)) || pdf.startsWith("<<", value)) {
                throw new UnacceptableFile(FileProblem.ENCRYPTED, "trailer");
            }
        }
    }

    private void checkNames(byte[] bytes, int from, int to) throws UnacceptableFile {
        var names = new PdfNames(ACTIVE);
        names.accept(bytes, from, to);
        refuseIfFound(names);
    }

    private static void refuseIfFound(PdfNames names) throws UnacceptableFile {
        if (!names.found().isEmpty())
            throw new UnacceptableFile(FileProblem.ACTIVE_CONTENT, names.found().toString());
    }

    /// Goes forward once: what stands between the last `obj` and a stream is read piece by piece, however many
    /// streams claim to belong to one object.
    private void checkStreams() throws UnacceptableFile {
        var keys = new PdfNames(KEYS);
        int read = 0;
        try (var inflater = new Inflater()) {
            for (int at = pdf.indexOf("stream", 0); at >= 0; at = pdf.indexOf("stream", at + 1)) {
                boolean end = at >= 3 && pdf.startsWith("end", at - 3);
                int data = pdf.afterLineEnd(at + "stream".length());
                if (end || data < 0) continue;
                int object = pdf.lastIndexOf("obj", read, at);
                if (object >= 0) {
                    keys = new PdfNames(KEYS);
                    read = object;
                }
                keys.accept(pdf.array(), read, at);
                read = at;
                checkStream(inflater, data, keys.found());
            }
        }
    }

    private void checkStream(Inflater inflater, int data, Set<String> keys) throws UnacceptableFile {
        boolean objects = keys.contains("ObjStm") || keys.contains("First");
        boolean image = keys.contains("Image") && !objects;
        if (pdf.startsZlib(data)) scanInflated(inflater, data, image);
        else if (objects)
            throw new UnacceptableFile(FileProblem.DAMAGED, "objects packed in a way that cannot be checked");
    }

    private void scanInflated(Inflater inflater, int data, boolean image) throws UnacceptableFile {
        var names = new PdfNames(ACTIVE);
        inflater.reset();
        inflater.setInput(pdf.array(), data, pdf.length() - data);
        try {
            long inflated = 0;
            for (int n; (n = inflater.inflate(buffer)) > 0; ) {
                names.accept(buffer, 0, n);
                inflated += n;
                inflatedInAll += n;
                if (inflatedInAll > MOST_BYTES) throw new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, "streams");
                if (image && inflated > MOST_BYTES_OF_AN_IMAGE) break;
            }
        } catch (DataFormatException e) {
            // Not deflated after all, or broken at this place: what could be read has been looked at.
            refuseIfFound(names);
        }
        refuseIfFound(names);
        // Streams follow one another; only in a file made for it are the same bytes inflated over and over.
        packedInAll += inflater.getBytesRead();
        if (packedInAll > MOST_READINGS * pdf.length())
            throw new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, "streams inside streams");
    }
}
