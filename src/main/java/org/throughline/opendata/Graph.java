package org.throughline.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// A few statements of linked data, said once and written as Turtle or as JSON-LD. Everything that is spoken of has an
/// address; there are no blank nodes, so the same statements give the same bytes.
final class Graph {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Value>>> subjects = new LinkedHashMap<>();

    /// What is said of something: an address, or a text with its language or type.
    private record Value(
            @Nullable String address,
            String text,
            @Nullable String language,
            @Nullable String type) {}

    Graph prefix(String prefix, String namespace) {
        prefixes.put(prefix, namespace);
        return this;
    }

    /// Begins to speak of something, or goes on.
    About about(String address) {
        return new About(subjects.computeIfAbsent(address, any -> new LinkedHashMap<>()));
    }

    final class About {
        private final Map<String, List<Value>> said;

        private About(Map<String, List<Value>> said) {
            this.said = said;
        }

        private About add(String property, Value value) {
            said.computeIfAbsent(property, any -> new ArrayList<>()).add(value);
            return this;
        }

        /// @param type a name with its prefix
        About is(String type) {
            return add("rdf:type", new Value(expanded(type), "", null, null));
        }

        About link(String property, String address) {
            return add(property, new Value(address, "", null, null));
        }

        /// To something that has a name with a prefix.
        About name(String property, String name) {
            return link(property, expanded(name));
        }

        About text(String property, String text) {
            return add(property, new Value(null, text, null, null));
        }

        About text(String property, String text, String language) {
            return add(property, new Value(null, text, language, null));
        }

        About text(String property, LocalizedText texts) {
            texts.texts().forEach((language, text) -> text(property, text, language));
            return this;
        }

        /// @param type a name of XML Schema, such as `dateTime`
        About typed(String property, String text, String type) {
            return add(property, new Value(null, text, null, XSD + type));
        }
    }

    private String expanded(String name) {
        int colon = name.indexOf(':');
        String namespace = prefixes.get(name.substring(0, colon));
        if (namespace == null) throw new IllegalArgumentException("No such prefix: " + name);
        return namespace + name.substring(colon + 1);
    }

    String turtle() {
        var out = new StringBuilder();
        prefixes.forEach((prefix, namespace) -> out.append("@prefix ")
                .append(prefix)
                .append(": <")
                .append(namespace)
                .append("> .\n"));
        subjects.forEach((subject, said) -> {
            out.append("\n").append(address(subject));
            out.append(said.entrySet().stream()
                    .map(one -> "\n    "
                            + (one.getKey().equals("rdf:type") ? "a" : one.getKey())
                            + " "
                            + one.getValue().stream().map(this::turtle).collect(Collectors.joining(", ")))
                    .collect(Collectors.joining(" ;")));
            out.append(" .\n");
        });
        return out.toString();
    }

    private String turtle(Value value) {
        if (value.address() != null) return address(value.address());
        String text = quoted(value.text());
        if (value.language() != null) return text + "@" + value.language();
        return value.type() == null ? text : text + "^^" + address(value.type());
    }

    private static String address(String address) {
        var out = new StringBuilder("<");
        address.codePoints().forEach(sign -> {
            if (sign <= 0x20 || "<>\"{}|^`\\".indexOf(sign) >= 0) out.append("%%%02X".formatted(sign));
            else out.appendCodePoint(sign);
        });
        return out.append('>').toString();
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) out.append("\\u%04X".formatted((int) c));
                    else out.append(c);
                }
            }
        }
        return out.append('"').toString();
    }

    /// As JSON-LD: one object for each thing that is spoken of.
    Map<String, Object> jsonLd() {
        Map<String, Object> context = new LinkedHashMap<>(prefixes);
        List<Object> graph = new ArrayList<>();
        subjects.forEach((subject, said) -> {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("@id", subject);
            said.forEach((property, values) -> {
                boolean type = property.equals("rdf:type");
                List<Object> written = new ArrayList<>();
                for (Value value : values) written.add(type ? String.valueOf(value.address()) : jsonLd(value));
                node.put(type ? "@type" : property, written.size() == 1 ? written.getFirst() : written);
            });
            graph.add(node);
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", context);
        document.put("@graph", graph);
        return document;
    }

    private static Object jsonLd(Value value) {
        if (value.address() != null) return Map.of("@id", value.address());
        Map<String, Object> literal = new LinkedHashMap<>();
        literal.put("@value", value.text());
        if (value.language() != null) literal.put("@language", value.language());
        if (value.type() != null) literal.put("@type", value.type());
        return literal.size() == 1 ? value.text() : literal;
    }
}
