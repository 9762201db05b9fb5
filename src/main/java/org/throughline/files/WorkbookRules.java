package org.throughline.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// Holds an XLSX workbook to what its reader has room for, before it is opened. The reader keeps every shared text,
/// every format and one row at a time, and makes a place for each column up to the last one a row names; so all of
/// these are counted here. What each part says it is does not matter: the reader may be led to any of them.
public final class WorkbookRules {

    private static final int MOST_COLUMNS = 16_384;
    private static final long MOST_BYTES = 100L << 20;
    private static final long MOST_BYTES_OF_SHARED_TEXTS = 48L << 20;
    private static final long MOST_BYTES_OF_A_TEXT = 2L << 20;
    private static final long MOST_BYTES_OF_A_ROW = 8L << 20;

    /// How many elements of a kind a part may have; the first two are Excel's own bounds, or near them.
    private static final Map<String, Integer> MOST = new TreeMap<>(Map.of(
            "row", 1_048_576,
            "xf", 65_536,
            "numFmt", 65_536,
            "si", 500_000,
            "c", 5_000_000,
            "f", 50_000,
            "sheet", 1_000,
            "definedName", 10_000,
            "Relationship", 10_000,
            "Override", 10_000));

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})[1-9][0-9]{0,6}");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");

    private WorkbookRules() {}

    /// Why a workbook must not be opened; nothing when it may be.
    public static Optional<FileProblem> problemOf(Path workbook) throws IOException {
        try (var zip = ZipGuard.open(workbook)) {
            if (zip.names().stream().anyMatch(name -> name.endsWith("vbaproject.bin")))
                return Optional.of(FileProblem.MACROS);
            if (!zip.names().contains("xl/workbook.xml")) return Optional.of(FileProblem.OTHER_TYPE);
            long bytes = 0;
            for (String name : zip.entriesEndingIn("")) {
                bytes += new Part(name, zip.stream(name)).walk();
                if (bytes > MOST_BYTES) return Optional.of(FileProblem.UNPACKS_TOO_LARGE);
            }
            return Optional.empty();
        } catch (UnacceptableFile e) {
            return Optional.of(e.problem());
        }
    }

    /// One part on its way through the checks.
    private static final class Part extends FilterInputStream implements XmlParts.Element {

        private final String name;
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Stretch text = new Stretch();
        private final Stretch row = new Stretch();
        private boolean begun;
        private long bytes;
        private int cellsOfRow;

        Part(String name, InputStream content) {
            super(content);
            this.name = name;
        }

        /// How many bytes of XML there were. Pictures and the like end it before it begins.
        long walk() throws UnacceptableFile, IOException {
            try {
                XmlParts.walk(this, name, this);
                return bytes;
            } catch (UnacceptableFile e) {
                String lower = FileNames.lower(name);
                boolean xml = begun || lower.endsWith(".xml") || lower.endsWith(".rels");
                if (xml || e.problem() != FileProblem.DAMAGED) throw e;
                return 0;
            }
        }

        @Override
        public void seen(XMLStreamReader at) throws UnacceptableFile {
            begun = true;
            String kind = at.getLocalName();
            // Of formulas only those that others refer to are kept.
            if (kind.equals("f") && XmlParts.attribute(at, "ref").isEmpty()) return;
            Integer most = MOST.get(kind);
            if (most != null && counts.merge(kind, 1, Integer::sum) > most) throw tooMuch("elements " + kind);
            switch (kind) {
                case "si" -> text.begins(bytes);
                case "row" -> {
                    if (row.begins(bytes)) cellsOfRow = 0;
                    hold(at, ROW.matcher(XmlParts.attribute(at, "r")).matches());
                }
                case "c" -> {
                    text.begins(bytes);
                    if (++cellsOfRow > MOST_COLUMNS) throw tooMuch("cells in a row");
                    hold(at, isCell(XmlParts.attribute(at, "r")));
                }
                default -> {}
            }
        }

        @Override
        public void ended(XMLStreamReader at) throws UnacceptableFile {
            switch (at.getLocalName()) {
                case "si" -> {
                    if (text.ends(bytes) > MOST_BYTES_OF_A_TEXT) throw tooMuch("one text");
                    if (bytes > MOST_BYTES_OF_SHARED_TEXTS) throw tooMuch("shared texts");
                }
                case "c" -> {
                    if (text.ends(bytes) > MOST_BYTES_OF_A_TEXT) throw tooMuch("one text");
                }
                case "row" -> {
                    if (row.ends(bytes) > MOST_BYTES_OF_A_ROW) throw tooMuch("one row");
                }
                default -> {}
            }
        }

        // A place is not always said.
        private void hold(XMLStreamReader at, boolean fits) throws UnacceptableFile {
            String place = XmlParts.attribute(at, "r");
            if (!fits && !place.isEmpty()) throw tooMuch("place " + place);
        }

        private static boolean isCell(String place) {
            var matcher = CELL.matcher(place);
            if (!matcher.matches()) return false;
            int column = 0;
            for (char letter : matcher.group(1).toCharArray()) column = column * 26 + letter - 'A' + 1;
            return column <= MOST_COLUMNS;
        }

        private UnacceptableFile tooMuch(String what) {
            return new UnacceptableFile(FileProblem.UNPACKS_TOO_LARGE, what + " in " + name);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) bytes++;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) bytes += read;
            return read;
        }
    }

    /// From where an element begins to where it ends. One inside another of its kind does not begin it anew.
    private static final class Stretch {

        private int depth;
        private long began;

        boolean begins(long at) {
            if (depth++ > 0) return false;
            began = at;
            return true;
        }

        /// How long it has become.
        long ends(long at) {
            depth--;
            return at - began;
        }
    }
}
