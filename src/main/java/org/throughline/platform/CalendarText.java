package org.throughline.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes iCalendar (RFC 5545): lines end as it asks, are folded at 75 octets without cutting a letter, and text is
/// escaped.
public final class CalendarText {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    /// A line whose value is no text, such as a date or a word of the standard.
    public CalendarText line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    public CalendarText text(String name, String value) {
        return line(name, escaped(value));
    }

    /// Several texts in one line, such as categories.
    public CalendarText texts(String name, String... values) {
        var escaped = new StringBuilder();
        for (String value : values) escaped.append(escaped.isEmpty() ? "" : ",").append(escaped(value));
        return line(name, escaped.toString());
    }

    public CalendarText day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE", DAY.format(day));
    }

    public CalendarText moment(String name, Instant instant) {
        return line(name, MOMENT.format(instant));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void fold(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int code = line.codePointAt(at);
            String letter = Character.toString(code);
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(letter);
            octets += more;
            at += Character.charCount(code);
        }
        out.append("\r\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
