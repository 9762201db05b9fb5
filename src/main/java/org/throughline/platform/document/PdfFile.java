package org.throughline.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.jspecify.annotations.Nullable;

/// Writes a PDF file object by object, so that no more of it than what is being written has to be in memory; all that
/// is remembered of the rest is where it stands. Objects without a stream go into compressed object streams (ISO
/// 32000-1, 7.5.7), and the table of places is a stream too (7.5.8).
final class PdfFile {

    private static final int OBJECTS = 200;

    private final OutputStream out;
    private long written;
    /// By object number: the place in the file, or, below zero, the object stream and the place in that.
    private long[] places = new long[1024];
    private int next = 1;
    private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();
    private final ArrayDeque<COSBase> waiting = new ArrayDeque<>();
    private final List<Integer> packed = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final ByteArrayOutputStream pack = new ByteArrayOutputStream();

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        text("%PDF-1.7\n");
        bytes(new byte[] {'%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'});
    }

    /// Stands for an object that is written at another time.
    private static final class Place extends COSObject {

        Place(int number) {
            super(COSNull.NULL, new COSObjectKey(number, 0));
        }
    }

    /// A number for an object that is written later.
    COSObject reserve() {
        int number = next++;
        if (number >= places.length) places = Arrays.copyOf(places, places.length * 2);
        return new Place(number);
    }

    /// Where an object stands that is written with this part of the file.
    COSObject place(COSBase value) {
        return value instanceof Place place ? place : new Place(number(value));
    }

    private int number(COSBase value) {
        Integer known = numbers.get(value);
        if (known != null) return known;
        COSObject place = reserve();
        int number = (int) place.getKey().getNumber();
        numbers.put(value, number);
        waiting.add(value);
        return number;
    }

    /// Writes what [#place] was asked for, and all that leads to; and forgets it.
    void flush() throws IOException {
        for (COSBase value = waiting.poll(); value != null; value = waiting.poll()) put(numbers.get(value), value);
        numbers.clear();
    }

    /// Writes an object whose number was reserved.
    void put(COSObject place, COSBase value) throws IOException {
        put((int) place.getKey().getNumber(), value);
    }

    private void put(int number, COSBase value) throws IOException {
        if (value instanceof COSStream stream) {
            try (InputStream in = stream.createRawInputStream()) {
                stream(number, stream, in.readAllBytes());
            }
            return;
        }
        packed.add(number);
        starts.add(pack.size());
        write(value, pack);
        pack.write('\n');
        if (packed.size() == OBJECTS) closePack();
    }

    private void closePack() throws IOException {
        if (packed.isEmpty()) return;
        COSObject place = reserve();
        int number = (int) place.getKey().getNumber();
        var head = new StringBuilder();
        for (int i = 0; i < packed.size(); i++) {
            head.append(packed.get(i)).append(' ').append(starts.get(i)).append(' ');
            places[packed.get(i)] = -((long) number * OBJECTS + i);
        }
        byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.OBJ_STM);
        dictionary.setInt(COSName.N, packed.size());
        dictionary.setInt(COSName.FIRST, first.length);
        var whole = new ByteArrayOutputStream(first.length + pack.size());
        whole.write(first);
        pack.writeTo(whole);
        packed.clear();
        starts.clear();
        pack.reset();
        compressed(number, dictionary, whole.toByteArray());
    }

    private void compressed(int number, COSDictionary dictionary, byte[] content) throws IOException {
        var small = new ByteArrayOutputStream(content.length / 3 + 64);
        try (var deflater = new DeflaterOutputStream(small)) {
            deflater.write(content);
        }
        dictionary.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        stream(number, dictionary, small.toByteArray());
    }

    private void stream(int number, COSDictionary dictionary, byte[] content) throws IOException {
        places[number] = written;
        text(number + " 0 obj\n");
        dictionary.setInt(COSName.LENGTH, content.length);
        var head = new ByteArrayOutputStream();
        dictionary(dictionary, head);
        bytes(head.toByteArray());
        text("\nstream\n");
        bytes(content);
        text("\nendstream\nendobj\n");
    }

    /// Ends the file.
    ///
    /// @param id 16 bytes that tell this file from others
    void close(COSObject catalog, COSObject info, byte[] id) throws IOException {
        flush();
        closePack();
        COSObject place = reserve();
        int number = (int) place.getKey().getNumber();
        places[number] = written;
        long start = written;
        var table = new ByteArrayOutputStream(next * 8);
        row(table, 0, 0, 0xFFFF);
        for (int i = 1; i < next; i++) {
            long at = places[i];
            if (at < 0) row(table, 2, -at / OBJECTS, (int) (-at % OBJECTS));
            else row(table, at == 0 ? 0 : 1, at, 0);
        }
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.XREF);
        dictionary.setInt(COSName.SIZE, next);
        dictionary.setItem(COSName.W, COSArray.ofCOSIntegers(List.of(1, 5, 2)));
        dictionary.setItem(COSName.ROOT, catalog);
        dictionary.setItem(COSName.INFO, info);
        var ids = new COSArray();
        ids.add(new COSString(id));
        ids.add(new COSString(id));
        dictionary.setItem(COSName.ID, ids);
        compressed(number, dictionary, table.toByteArray());
        text("startxref\n" + start + "\n%%EOF\n");
        out.flush();
    }

    private static void row(OutputStream table, int kind, long second, int third) throws IOException {
        table.write(kind);
        for (int shift = 32; shift >= 0; shift -= 8) table.write((int) (second >>> shift));
        table.write(third >>> 8);
        table.write(third);
    }

    private void write(@Nullable COSBase value, OutputStream to) throws IOException {
        switch (value) {
            case null -> text("null", to);
            case Place place -> text(place.getKey().getNumber() + " 0 R", to);
            case COSObject object -> write(object.getObject(), to);
            case COSName name -> name.writePDF(to);
            case COSInteger number -> number.writePDF(to);
            case COSFloat number -> number.writePDF(to);
            case COSBoolean bool -> bool.writePDF(to);
            case COSString string -> COSWriter.writeString(string, to);
            case COSArray array -> array(array, to);
            case COSDictionary dictionary -> dictionary(dictionary, to);
            default -> text("null", to);
        }
    }

    private void array(COSArray array, OutputStream to) throws IOException {
        to.write('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) to.write(i % 20 == 0 ? '\n' : ' ');
            inside(array.get(i), to);
        }
        to.write(']');
    }

    private void dictionary(COSDictionary dictionary, OutputStream to) throws IOException {
        text("<<", to);
        for (var entry : dictionary.entrySet()) {
            if (entry.getValue() == null) continue;
            entry.getKey().writePDF(to);
            to.write(' ');
            inside(entry.getValue(), to);
            to.write('\n');
        }
        text(">>", to);
    }

    // Dictionaries stand by themselves: they may lead to each other in circles.
    private void inside(@Nullable COSBase value, OutputStream to) throws IOException {
        COSBase real = value instanceof COSObject object && !(value instanceof Place) ? object.getObject() : value;
        if (real instanceof COSDictionary dictionary && (real instanceof COSStream || !real.isDirect()))
            text(number(dictionary) + " 0 R", to);
        else write(real, to);
    }

    private static void text(String text, OutputStream to) throws IOException {
        to.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
