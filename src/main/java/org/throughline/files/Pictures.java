package org.throughline.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Reads PNG, JPEG and WebP part by part and writes them anew without what no viewer shows: where and with which
/// camera a picture was taken, remarks, hidden further pictures, and anything after its end. Which way up it belongs
/// is kept. Refuses everything else, SVG among it, which can carry programs, and pictures that would fill the
/// memory of whoever looks at them.
final class Pictures {

    static final long MOST_PIXELS = 40_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> PNG_PARTS = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP");
    private static final Set<String> WEBP_PARTS = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF");
    private static final int LONGEST_EXIF = 65_533;

    private Pictures() {}

    /// A picture as it may be kept.
    record Clean(FileType type, byte[] bytes) {}

    static Clean clean(byte[] raw) throws UnacceptableFile {
        if (raw.length == 0) throw new UnacceptableFile(FileProblem.EMPTY, "no bytes");
        try {
            if (startsWith(raw, PNG)) return new Clean(FileType.PNG, png(raw));
            if (raw.length > 3 && (raw[0] & 0xFF) == 0xFF && (raw[1] & 0xFF) == 0xD8)
                return new Clean(FileType.JPEG, jpeg(raw));
            if (raw.length > 12
                    && ascii(raw, 0, 4).equals("RIFF")
                    && ascii(raw, 8, 4).equals("WEBP")) return new Clean(FileType.WEBP, webp(raw));
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            throw new UnacceptableFile(FileProblem.DAMAGED, "ends too early");
        }
        throw new UnacceptableFile(FileProblem.OTHER_PICTURE, "unknown signature");
    }

    private static boolean startsWith(byte[] raw, byte[] head) {
        if (raw.length < head.length) return false;
        for (int i = 0; i < head.length; i++) if (raw[i] != head[i]) return false;
        return true;
    }

    private static String ascii(byte[] raw, int from, int length) {
        return new String(raw, from, length, StandardCharsets.ISO_8859_1);
    }

    private static void requireSize(long width, long height) throws UnacceptableFile {
        if (width < 1 || height < 1) throw new UnacceptableFile(FileProblem.DAMAGED, "no size");
        if (width * height > MOST_PIXELS) throw new UnacceptableFile(FileProblem.TOO_MANY_PIXELS, width + "x" + height);
    }

    private static byte[] png(byte[] raw) throws UnacceptableFile {
        var in = ByteBuffer.wrap(raw);
        var out = new ByteArrayOutputStream(raw.length);
        in.position(PNG.length);
        out.write(PNG, 0, PNG.length);
        boolean first = true;
        boolean data = false;
        while (true) {
            int start = in.position();
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) throw new UnacceptableFile(FileProblem.DAMAGED, "PNG part");
            String name = ascii(raw, in.position(), 4);
            if (first) {
                if (!name.equals("IHDR") || length != 13) throw new UnacceptableFile(FileProblem.DAMAGED, "no IHDR");
                requireSize(in.getInt(start + 8) & 0xFFFFFFFFL, in.getInt(start + 12) & 0xFFFFFFFFL);
                first = false;
            }
            data |= name.equals("IDAT");
            in.position(start + 12 + length);
            if (PNG_PARTS.contains(name)) out.write(raw, start, 12 + length);
            if (name.equals("IEND")) break;
        }
        if (!data) throw new UnacceptableFile(FileProblem.DAMAGED, "no IDAT");
        return out.toByteArray();
    }

    private static byte[] jpeg(byte[] raw) throws UnacceptableFile {
        var out = new ByteArrayOutputStream(raw.length);
        out.write(0xFF);
        out.write(0xD8);
        int at = 2;
        int orientation = 1;
        boolean sized = false;
        int afterHead = -1;
        var rest = new ByteArrayOutputStream(raw.length);
        while (true) {
            if ((raw[at] & 0xFF) != 0xFF) throw new UnacceptableFile(FileProblem.DAMAGED, "JPEG marker");
            while ((raw[at + 1] & 0xFF) == 0xFF) at++;
            int marker = raw[at + 1] & 0xFF;
            if (marker == 0xD9) throw new UnacceptableFile(FileProblem.DAMAGED, "no image");
            int length = (raw[at + 2] & 0xFF) << 8 | raw[at + 3] & 0xFF;
            if (length < 2 || at + 2 + length > raw.length) throw new UnacceptableFile(FileProblem.DAMAGED, "segment");
            if (isFrame(marker)) {
                requireSize(
                        (raw[at + 7] & 0xFF) << 8 | raw[at + 8] & 0xFF, (raw[at + 5] & 0xFF) << 8 | raw[at + 6] & 0xFF);
                sized = true;
            }
            if (marker == 0xE1 && length > 8 && ascii(raw, at + 4, 4).equals("Exif"))
                orientation = orientation(raw, at + 10, Math.min(length - 8, LONGEST_EXIF));
            if (isNeeded(raw, at, marker)) rest.write(raw, at, 2 + length);
            at += 2 + length;
            if (marker == 0xDA) {
                afterHead = at;
                break;
            }
        }
        if (!sized) throw new UnacceptableFile(FileProblem.DAMAGED, "no frame");
        int end = endOfJpeg(raw, afterHead);
        if (orientation > 1 && orientation <= 8) writeOrientation(out, orientation);
        out.writeBytes(rest.toByteArray());
        out.write(raw, afterHead, end - afterHead);
        return out.toByteArray();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    // Kept are tables and frames, JFIF, colour profiles and Adobe's note on colours.
    private static boolean isNeeded(byte[] raw, int at, int marker) {
        if (marker == 0xFE) return false;
        if (marker < 0xE0 || marker > 0xEF) return true;
        if (marker == 0xE0) return ascii(raw, at + 4, 4).equals("JFIF");
        if (marker == 0xE2) return ascii(raw, at + 4, 11).equals("ICC_PROFILE");
        return marker == 0xEE && ascii(raw, at + 4, 5).equals("Adobe");
    }

    // Progressive pictures have several scans with tables between them; the end of the last one ends the picture.
    private static int endOfJpeg(byte[] raw, int from) throws UnacceptableFile {
        int at = from;
        while (at + 1 < raw.length) {
            if ((raw[at] & 0xFF) != 0xFF) {
                at++;
                continue;
            }
            int marker = raw[at + 1] & 0xFF;
            if (marker == 0xD9) return at + 2;
            if (marker == 0 || marker == 0xFF || marker >= 0xD0 && marker <= 0xD7) at += marker == 0xFF ? 1 : 2;
            else if (marker == 0xDA || marker == 0xC4 || marker == 0xDB || marker == 0xDD || marker == 0xDC)
                at += 2 + ((raw[at + 2] & 0xFF) << 8 | raw[at + 3] & 0xFF);
            else throw new UnacceptableFile(FileProblem.DAMAGED, "JPEG scan");
        }
        throw new UnacceptableFile(FileProblem.DAMAGED, "no end");
    }

    private static int orientation(byte[] raw, int from, int length) {
        try {
            var exif = ByteBuffer.wrap(raw, from, length).slice();
            exif.order(ascii(raw, from, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = exif.getInt(4);
            int entries = exif.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((exif.getShort(entry) & 0xFFFF) == 0x0112) return exif.getShort(entry + 8) & 0xFFFF;
            }
        } catch (IndexOutOfBoundsException unreadable) {
            return 1;
        }
        return 1;
    }

    private static void writeOrientation(ByteArrayOutputStream out, int orientation) {
        var exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        out.write(exif.array(), 0, exif.position());
    }

    private static byte[] webp(byte[] raw) throws UnacceptableFile {
        var in = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        long end = 8 + (in.getInt(4) & 0xFFFFFFFFL);
        if (end > raw.length) throw new UnacceptableFile(FileProblem.DAMAGED, "WebP size");
        var body = new ByteArrayOutputStream(raw.length);
        boolean data = false;
        int at = 12;
        while (at + 8 <= end) {
            String name = ascii(raw, at, 4);
            long length = in.getInt(at + 4) & 0xFFFFFFFFL;
            long whole = 8 + length + (length & 1);
            if (at + 8 + length > end) throw new UnacceptableFile(FileProblem.DAMAGED, "WebP part");
            webpSize(raw, in, at, name);
            data |= name.equals("VP8 ") || name.equals("VP8L") || name.equals("ANMF");
            if (WEBP_PARTS.contains(name)) {
                byte[] part = new byte[(int) whole];
                System.arraycopy(raw, at, part, 0, (int) Math.min(whole, raw.length - at));
                // Says no more that remarks on the picture follow.
                if (name.equals("VP8X")) part[8] &= ~0x0C;
                body.writeBytes(part);
            }
            at += (int) whole;
        }
        if (!data) throw new UnacceptableFile(FileProblem.DAMAGED, "no image");
        var out = ByteBuffer.allocate(12 + body.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + body.size());
        out.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(body.toByteArray());
        return out.array();
    }

    private static void webpSize(byte[] raw, ByteBuffer in, int at, String name) throws UnacceptableFile {
        int body = at + 8;
        switch (name) {
            case "VP8 " -> requireSize(in.getShort(body + 6) & 0x3FFF, in.getShort(body + 8) & 0x3FFF);
            case "VP8L" -> {
                int bits = in.getInt(body + 1);
                requireSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
            }
            case "VP8X" -> requireSize(three(raw, body + 4) + 1, three(raw, body + 7) + 1);
            default -> {}
        }
    }

    private static long three(byte[] raw, int at) {
        return raw[at] & 0xFF | (raw[at + 1] & 0xFF) << 8 | (raw[at + 2] & 0xFF) << 16;
    }
}
