package org.throughline.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// What a DOCX or ODT must be and must not carry. Formats: ECMA-376 part 2 (packages), OASIS OpenDocument 1.3 part
/// 2.
final class OfficeRules {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD_DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String ODF_SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0";
    /// Relationships that a word processor follows by itself when it opens the document. Hyperlinks wait for a
    /// click.
    private static final Set<String> FOLLOWED =
            Set.of("attachedtemplate", "oleobject", "frame", "subdocument", "afchunk");

    private static final Pattern LOCAL_PATH = Pattern.compile("(?i)(file:/{0,3})?/?[a-z]:[\\\\/].*|file:///[^/\\\\].*");
    private static final Pattern SCHEME_OR_HOST = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|[\\\\/]{2}.*");

    private OfficeRules() {}

    static FileType check(ZipGuard zip) throws UnacceptableFile, IOException {
        boolean word = zip.has(CONTENT_TYPES);
        boolean odf = zip.has("mimetype");
        if (word && odf) throw new UnacceptableFile(FileProblem.TWO_FORMATS, "DOCX and ODT in one");
        if (word) return checkWord(zip);
        if (odf) return checkOdt(zip);
        throw new UnacceptableFile(FileProblem.OTHER_TYPE, "a ZIP that is no document");
    }

    private static FileType checkWord(ZipGuard zip) throws UnacceptableFile, IOException {
        var types = new HashSet<String>();
        XmlParts.walk(zip.small(CONTENT_TYPES), CONTENT_TYPES, at -> types.add(XmlParts.attribute(at, "ContentType")));
        boolean macroType = types.stream()
                .map(FileNames::lower)
                .anyMatch(type ->
                        type.contains("macroenabled") || type.contains("vbaproject") || type.contains("activex"));
        boolean macroPart = zip.names().stream()
                .anyMatch(name ->
                        name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml") || name.contains("/activex/"));
        if (macroType || macroPart) throw new UnacceptableFile(FileProblem.MACROS, "VBA or ActiveX");
        if (!types.contains(WORD_DOCUMENT)) throw new UnacceptableFile(FileProblem.OTHER_TYPE, "another office format");
        for (String part : zip.entriesEndingIn(".rels")) {
            XmlParts.walk(zip.small(part), part, OfficeRules::checkRelationship);
        }
        return FileType.DOCX;
    }

    private static void checkRelationship(XMLStreamReader at) throws UnacceptableFile {
        if (!at.getLocalName().equals("Relationship")) return;
        String type = FileNames.lower(XmlParts.attribute(at, "Type"));
        String kind = type.substring(type.lastIndexOf('/') + 1);
        if (kind.equals("vbaproject")) throw new UnacceptableFile(FileProblem.MACROS, "relationship to VBA");
        boolean external = XmlParts.attribute(at, "TargetMode").equalsIgnoreCase("External");
        if (external && FOLLOWED.contains(kind) && isRemote(XmlParts.attribute(at, "Target"))) {
            throw new UnacceptableFile(FileProblem.REMOTE_PARTS, kind);
        }
    }

    /// Documents often name the template on their author's own disk, which harms nobody; another machine is the
    /// point.
    static boolean isRemote(String target) {
        String trimmed = target.strip();
        return SCHEME_OR_HOST.matcher(trimmed).matches()
                && !LOCAL_PATH.matcher(trimmed).matches();
    }

    private static FileType checkOdt(ZipGuard zip) throws UnacceptableFile, IOException {
        String type = new String(zip.small("mimetype").readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (!type.equals(FileType.ODT.mediaType()))
            throw new UnacceptableFile(FileProblem.OTHER_TYPE, "another ODF format");
        if (zip.has("encrypted-package")) throw new UnacceptableFile(FileProblem.ENCRYPTED, "whole package");
        String manifest = "META-INF/manifest.xml";
        if (!zip.has("content.xml") && !zip.has(manifest))
            throw new UnacceptableFile(FileProblem.DAMAGED, "no content");
        XmlParts.walk(zip.small(manifest), manifest, OfficeRules::checkManifestEntry);
        boolean macroPart =
                zip.names().stream().anyMatch(name -> name.startsWith("basic/") || name.startsWith("scripts/"));
        if (macroPart) throw new UnacceptableFile(FileProblem.MACROS, "Basic or Scripts");
        if (!zip.has("content.xml")) throw new UnacceptableFile(FileProblem.DAMAGED, "no content.xml");
        for (String part : List.of("content.xml", "styles.xml")) {
            if (zip.has(part)) XmlParts.walk(zip.stream(part), part, OfficeRules::checkOdfElement);
        }
        return FileType.ODT;
    }

    private static void checkManifestEntry(XMLStreamReader at) throws UnacceptableFile {
        if (at.getLocalName().equals("encryption-data")) throw new UnacceptableFile(FileProblem.ENCRYPTED, "manifest");
    }

    private static void checkOdfElement(XMLStreamReader at) throws UnacceptableFile {
        boolean script =
                ODF_SCRIPT.equals(at.getNamespaceURI()) || at.getLocalName().equals("script");
        String link = FileNames.lower(XmlParts.attribute(at, "href").strip());
        if (script || link.startsWith("vnd.sun.star.script:") || link.startsWith("macro:")) {
            throw new UnacceptableFile(FileProblem.MACROS, at.getLocalName());
        }
    }
}
