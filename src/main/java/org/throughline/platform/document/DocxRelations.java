package org.throughline.platform.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.platform.markup.Xml;

/// What one part of a DOCX file refers to: other parts, and the web and mail addresses of its links.
final class DocxRelations {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String LEGAL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%";

    private record Relation(String type, String target, boolean external) {}

    private final Map<Relation, String> ids = new LinkedHashMap<>();

    /// The id of a part beside this one, such as a picture.
    String part(String type, String target) {
        return id(new Relation(OFFICE + type, target, false));
    }

    /// The id of a link, or nothing where the address cannot be written as a URI, which would make the file
    /// unreadable.
    Optional<String> link(Inline.Link link) {
        if (!link.isAllowed()) return Optional.empty();
        try {
            String address = encoded(link.address());
            return Optional.of(id(new Relation(OFFICE + "hyperlink", new URI(address).toString(), true)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private String id(Relation relation) {
        return ids.computeIfAbsent(relation, _ -> "rId" + (ids.size() + 1));
    }

    static String encoded(String address) {
        var encoded = new StringBuilder(address.length());
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (LEGAL.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted(b & 0xFF));
            }
        }
        // A per cent sign that does not begin an escape is itself escaped.
        return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    @Override
    public String toString() {
        var xml = new Xml();
        xml.open("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        ids.forEach((relation, id) -> {
            xml.open("Relationship", "Id", id, "Type", relation.type(), "Target", relation.target());
            if (relation.external()) xml.attributes("TargetMode", "External");
            xml.close("Relationship");
        });
        return xml.close("Relationships").toString();
    }
}
