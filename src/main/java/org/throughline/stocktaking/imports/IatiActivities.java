package org.throughline.stocktaking.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.validation.ValidatorHandler;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.Reason;
import org.throughline.tables.Row;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// Follows a document of activities while a validator looks at it, and makes a row of each activity once it ends. Of an
/// activity only what a register can use is kept; its money and its results may be as long as they like.
final class IatiActivities extends DefaultHandler {

    private static final String ROOT = "iati-activities";
    private static final String ACTIVITY = "iati-activity";
    private static final Set<String> VERSIONS = Set.of("2.01", "2.02", "2.03");
    private static final int DEEPEST = 40;
    private static final int MOST_NAMES = 20_000;
    private static final int MOST_NODES = 50_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final ValidatorHandler validator;
    private final Consumer<Row> take;
    private final IatiProblems problems = new IatiProblems();
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private final List<Reason> ofActivity = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Locator locator = new org.xml.sax.helpers.LocatorImpl();
    private int depth;
    private int skipped;
    private int nodes;
    private long characters;
    private long bytes;
    private long line;

    IatiActivities(ValidatorHandler validator, Consumer<Row> take) {
        this.validator = validator;
        this.take = take;
        validator.setErrorHandler(problems);
    }

    IatiProblems problems() {
        return problems;
    }

    /// How much was read since something was seen.
    long bytesSinceLast(int more) {
        bytes += more;
        return bytes;
    }

    @Override
    public void setDocumentLocator(Locator at) {
        locator = at;
        validator.setDocumentLocator(at);
    }

    @Override
    public void startDocument() throws SAXException {
        validator.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        validator.endDocument();
        refuseWhatIsOfNoActivity();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        validator.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        validator.endPrefixMapping(prefix);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        bytes = 0;
        guard(uri, name, attributes);
        if (depth == 0) requireRoot(uri, name, attributes);
        if (depth == 1) {
            refuseWhatIsOfNoActivity();
            line = locator.getLineNumber();
            nodes = 0;
            characters = 0;
        }
        validator.startElement(uri, name, qualified, attributes);
        depth++;
        if (depth == 2 && !(uri.isEmpty() && name.equals(ACTIVITY))) skipped = depth;
        if (depth < 2 || skipped > 0) return;
        if (!uri.isEmpty() || depth == 3 && !IatiActivity.KEPT.contains(name)) {
            skipped = depth;
            return;
        }
        if (++nodes > MOST_NODES) throw new ImportFailed("imports.iati.too-much");
        var node = new XmlNode(name);
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.getURI(i).isEmpty() ? attributes.getLocalName(i) : attributes.getQName(i);
            node.put(attribute, attributes.getValue(i));
        }
        if (!open.isEmpty()) open.peek().add(node);
        open.push(node);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        bytes = 0;
        validator.characters(text, start, length);
        if (skipped > 0 || open.isEmpty()) return;
        characters += length;
        if (characters > MOST_CHARACTERS) throw new ImportFailed("imports.iati.too-much");
        open.peek().add(text, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        bytes = 0;
        validator.ignorableWhitespace(text, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        bytes = 0;
        if (names.add(target)) validator.processingInstruction(target, data);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        bytes = 0;
        validator.endElement(uri, name, qualified);
        if (skipped == depth) skipped = 0;
        else if (skipped == 0 && depth >= 2) {
            XmlNode node = open.pop();
            if (depth == 2) end(node);
        }
        depth--;
    }

    private void end(XmlNode node) {
        List<Reason> wrong = problems.taken();
        take.accept(new Row(line, IatiActivity.cells(node), wrong));
    }

    private void requireRoot(String uri, String name, Attributes attributes) throws SAXParseException {
        if (!uri.isEmpty() || !name.equals(ROOT)) throw new ImportFailed("imports.iati.other-root", name);
        String version = String.valueOf(attributes.getValue("version")).strip();
        if (!VERSIONS.contains(version)) throw new ImportFailed("imports.iati.version", version);
    }

    private void refuseWhatIsOfNoActivity() {
        List<Reason> wrong = problems.taken();
        if (wrong.isEmpty()) return;
        Reason first = wrong.getFirst();
        throw new ImportFailed(first.key(), first.arguments().toArray());
    }

    private void guard(String uri, String name, Attributes attributes) {
        if (depth >= DEEPEST) throw new ImportFailed("imports.iati.too-much");
        names.add(name);
        names.add(uri);
        for (int i = 0; i < attributes.getLength(); i++) names.add(attributes.getQName(i));
        if (names.size() > MOST_NAMES) throw new ImportFailed("imports.iati.too-much");
    }
}
