package org.throughline.stocktaking.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.tables.Reason;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/// What a validator finds wrong with an activity, in words that its publisher can act on. The validator knows rules of
/// XML Schema by their names; what it quotes is what the words need.
final class IatiProblems implements ErrorHandler {

    private static final int MOST = 10;
    private static final Pattern RULE = Pattern.compile("(cvc-[a-zA-Z-]+(?:\\.[0-9a-z]+)*):? .*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final List<Reason> found = new ArrayList<>();

    /// What was found since the last time.
    List<Reason> taken() {
        List<Reason> all = List.copyOf(found);
        found.clear();
        return all;
    }

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
        Reason reason = reason(e);
        if (reason != null && found.size() < MOST && !found.contains(reason)) found.add(reason);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }

    private static Reason reason(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        long line = e.getLineNumber();
        Matcher rule = RULE.matcher(message);
        if (!rule.matches()) return Reason.of("imports.iati.invalid", line, message);
        List<String> quoted =
                QUOTED.matcher(message).results().map(result -> result.group(1)).toList();
        String name = rule.group(1);
        // Said again, with the element or attribute, by the rule that follows.
        if (name.startsWith("cvc-datatype-valid") || name.matches("cvc-(enumeration|pattern|min|max|length).*"))
            return null;
        return switch (name) {
            case "cvc-complex-type.2.4.a" ->
                Reason.of("imports.iati.misplaced", line, at(quoted, 0), names(at(quoted, 1)));
            case "cvc-complex-type.2.4.b" ->
                Reason.of("imports.iati.incomplete", line, at(quoted, 0), names(at(quoted, 1)));
            case "cvc-complex-type.2.4.d", "cvc-complex-type.2.1", "cvc-complex-type.2.2" ->
                Reason.of("imports.iati.unknown", line, at(quoted, 0));
            case "cvc-complex-type.2.3" -> Reason.of("imports.iati.text", line, at(quoted, 0));
            case "cvc-complex-type.3.2.2" ->
                Reason.of("imports.iati.attribute-unknown", line, at(quoted, 0), at(quoted, 1));
            case "cvc-complex-type.4" ->
                Reason.of("imports.iati.attribute-missing", line, at(quoted, 0), at(quoted, 1));
            case "cvc-attribute.3" ->
                Reason.of("imports.iati.attribute-value", line, at(quoted, 1), at(quoted, 0), at(quoted, 2));
            case "cvc-type.3.1.3" -> Reason.of("imports.iati.value", line, at(quoted, 1), at(quoted, 0));
            default -> Reason.of("imports.iati.invalid", line, message);
        };
    }

    private static String at(List<String> quoted, int index) {
        return index < quoted.size() ? quoted.get(index) : "";
    }

    // The validator lists names in braces, and what may come from other namespaces.
    private static String names(String list) {
        return list.replaceAll("WC\\[[^\\]]*\\]", "")
                .replaceAll("[{}\"]", "")
                .replaceAll("(^|, *):?(?=,|$)", "")
                .replaceAll("^[ ,]+|[ ,]+$", "");
    }
}
