package org.throughline.platform.web;

import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The one part of a shared page that is about its reader: the corner of the head with the name and the way out, or
/// the way in. It stands in `platform/web/person.jte`, and everything around it is the same for all.
final class ReadersCorner {

    // Nothing that somebody wrote can stand before it, or in it, other than escaped.
    private static final byte[] BEGIN = "<div class=\"site-person\">".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</div>".getBytes(StandardCharsets.US_ASCII);

    private ReadersCorner() {}

    static byte[] of(Frame frame) {
        var output = new Utf8ByteOutput();
        Pages.render("platform/web/person.jte", frame, output);
        return output.toByteArray();
    }

    /// The page with another reader's corner; nothing where it has none.
    static byte @Nullable [] exchange(byte[] page, byte[] corner) {
        int begin = indexOf(page, BEGIN, 0);
        int end = begin < 0 ? -1 : indexOf(page, END, begin);
        if (end < 0) return null;
        int rest = end + END.length;
        byte[] exchanged = new byte[begin + corner.length + page.length - rest];
        System.arraycopy(page, 0, exchanged, 0, begin);
        System.arraycopy(corner, 0, exchanged, begin, corner.length);
        System.arraycopy(page, rest, exchanged, begin + corner.length, page.length - rest);
        return exchanged;
    }

    private static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int i = from; i <= bytes.length - part.length; i++) {
            int same = 0;
            while (same < part.length && bytes[i + same] == part[same]) same++;
            if (same == part.length) return i;
        }
        return -1;
    }
}
