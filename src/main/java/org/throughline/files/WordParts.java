package org.throughline.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Takes a DOCX file apart for who reads its structure, and keeps nothing of it. The same checks as for files that are
/// kept.
@Service
public class WordParts {

    private static final List<String> PARTS = List.of(
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
            "word/footnotes.xml",
            "word/endnotes.xml",
            "word/_rels/document.xml.rels",
            "word/_rels/footnotes.xml.rels",
            "word/_rels/endnotes.xml.rels");

    private final ContentStore contents;
    private final Inspector inspector = new Inspector();
    private final long largest;

    WordParts(ContentStore contents, FileSettings settings) {
        this.contents = contents;
        this.largest = settings.largest().toBytes();
    }

    /// Those parts that hold the text and what it leans on, by their names. Refuses as [Files#store] does, and
    /// everything that is no DOCX.
    public Map<String, byte[]> read(InputStream in, String originalName) {
        String name = FileNames.clean(originalName);
        try (ContentStore.Draft draft = contents.receive(in, largest)) {
            if (inspector.inspect(draft.path(), name) != FileType.DOCX)
                throw new UnacceptableFile(FileProblem.OTHER_TYPE, "no DOCX");
            try (ZipGuard zip = ZipGuard.open(draft.path())) {
                var parts = new HashMap<String, byte[]>();
                for (String part : PARTS) {
                    if (!zip.has(part)) continue;
                    XmlParts.walk(zip.small(part), part, at -> {});
                    parts.put(part, zip.small(part).readAllBytes());
                }
                return parts;
            }
        } catch (UnacceptableFile e) {
            throw FileRefused.of(e.problem(), name, largest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
