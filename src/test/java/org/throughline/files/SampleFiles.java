package org.throughline.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Real documents made on the spot, good ones and bad ones.
final class SampleFiles {

    /// Something that may fail with an I/O error, as all writing may.
    interface Writing<T> {
        void to(T target) throws IOException;
    }

    private SampleFiles() {}

    static byte[] pdf(String text) {
        return pdf(text, document -> {});
    }

    static byte[] pdf(String text, Writing<PDDocument> more) {
        return bytes(out -> {
            try (var document = new PDDocument()) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
                more.to(document);
                document.save(out);
            }
        });
    }

    static byte[] encryptedPdf() {
        return pdf("secret", document -> {
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    static byte[] docx(String text) {
        return bytes(out -> {
            try (var document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.write(out);
            }
        });
    }

    static byte[] odt(String text) {
        return zip(odtParts(text));
    }

    static Map<String, byte[]> odtParts(String text) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", utf8(FileType.ODT.mediaType()));
        parts.put("META-INF/manifest.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.3">
                <m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>
                <m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>"""));
        parts.put("content.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" o:version="1.3">
                <o:scripts/><o:body><o:text><t:p>%s</t:p></o:text></o:body></o:document-content>""".formatted(text)));
        return parts;
    }

    /// A ZIP file with one more entry, or one replaced.
    static byte[] with(byte[] zip, String name, byte[] content) {
        Map<String, byte[]> parts = parts(zip);
        parts.put(name, content);
        return zip(parts);
    }

    static byte[] with(byte[] zip, String name, String content) {
        return with(zip, name, utf8(content));
    }

    static Map<String, byte[]> parts(byte[] zip) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) parts.put(entry.getName(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /// A document of well under a megabyte whose text unpacks to `megabytes`.
    static byte[] zipBomb(int megabytes) {
        byte[] docx = docx("small");
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                for (var part : parts(docx).entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    if (part.getKey().equals("word/document.xml")) {
                        byte[] spaces = new byte[1 << 20];
                        java.util.Arrays.fill(spaces, (byte) ' ');
                        for (int i = 0; i < megabytes; i++) zip.write(spaces);
                    }
                    zip.closeEntry();
                }
            }
        });
    }

    static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                java.util.Arrays.fill(buffer, from, from + length, (byte) 'x');
                return length;
            }
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Writing<ByteArrayOutputStream> writing) {
        try {
            var out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
