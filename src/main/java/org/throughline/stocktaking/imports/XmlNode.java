package org.throughline.stocktaking.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One element of a document with what it holds, small enough to be kept.
final class XmlNode {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlNode(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmlNode child) {
        children.add(child);
    }

    void add(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    /// Empty when it has none of that name.
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    String text() {
        return text.toString().strip();
    }

    Stream<XmlNode> all(String child) {
        return children.stream().filter(each -> each.name.equals(child));
    }

    /// The first of that name; one that holds nothing when there is none.
    XmlNode first(String child) {
        return all(child).findFirst().orElseGet(() -> new XmlNode(child));
    }
}
