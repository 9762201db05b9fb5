package org.throughline.platform.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// What makes one PDF of many parts, written when all of them are: the order of pages, the structure's root, the
/// bookmarks and the places that links lead to. Holds numbers only.
final class LongPdfEnd {

    private final PdfFile file;
    private final COSObject pages;
    private final COSObject document;
    private final COSObject root;
    private final SortedMap<Integer, List<COSObject>> pagesOf = new TreeMap<>();
    private final SortedMap<Integer, List<COSObject>> parts = new TreeMap<>();
    private final SortedMap<Integer, List<Place>> headings = new TreeMap<>();
    private final SortedMap<Integer, COSObject> parents = new TreeMap<>();
    private final COSDictionary catalog = new COSDictionary();
    private @Nullable COSObject info;
    private @Nullable COSObject roles;

    LongPdfEnd(PdfFile file) {
        this.file = file;
        this.pages = file.reserve();
        this.document = file.reserve();
        this.root = file.reserve();
    }

    /// Where a heading stands.
    record Place(Block.Heading heading, String title, COSObject page, int left, int top) {

        COSArray destination() {
            var array = new COSArray();
            array.add(page);
            array.add(COSName.getPDFName("XYZ"));
            array.add(COSInteger.get(left));
            array.add(COSInteger.get(top));
            array.add(COSNull.NULL);
            return array;
        }
    }

    COSObject pages() {
        return pages;
    }

    COSObject document() {
        return document;
    }

    void pages(int part, List<COSObject> its) {
        pagesOf.put(part, its);
    }

    void part(int part, COSObject element) {
        parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(element);
    }

    void heading(int part, Place place) {
        headings.computeIfAbsent(part, _ -> new ArrayList<>()).add(place);
    }

    void parent(int key, COSObject element) {
        parents.put(key, element);
    }

    void roles(COSObject map) {
        roles = map;
    }

    /// Takes over what the first part says of the whole: title, language, that it is tagged.
    void properties(COSDictionary first, COSDictionary information) {
        for (Map.Entry<COSName, COSBase> entry : first.entrySet()) {
            COSName name = entry.getKey();
            if (name.equals(COSName.PAGES) || name.equals(COSName.OUTLINES) || name.equals(COSName.STRUCT_TREE_ROOT))
                continue;
            COSBase value = first.getDictionaryObject(name);
            catalog.setItem(name, value instanceof COSDictionary ? file.place(value) : value);
        }
        info = file.place(information);
    }

    void write(byte[] id) throws IOException {
        writePages();
        writeStructure();
        writeNames();
        writeOutlines();
        catalog.setItem(COSName.PAGES, pages);
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
        file.close(file.place(catalog), info == null ? file.place(new COSDictionary()) : info, id);
    }

    private void writePages() throws IOException {
        var kids = new COSArray();
        pagesOf.values().forEach(some -> some.forEach(kids::add));
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.PAGES);
        dictionary.setItem(COSName.KIDS, kids);
        dictionary.setInt(COSName.COUNT, kids.size());
        file.put(pages, dictionary);
    }

    private void writeStructure() throws IOException {
        var kids = new COSArray();
        parts.values().forEach(some -> some.forEach(kids::add));
        var element = new COSDictionary();
        element.setItem(COSName.TYPE, COSName.STRUCT_ELEM);
        element.setItem(COSName.S, COSName.DOCUMENT);
        element.setItem(COSName.P, root);
        element.setItem(COSName.K, kids);
        file.put(document, element);
        var entries = new COSArray();
        parents.forEach((key, place) -> {
            entries.add(COSInteger.get(key));
            entries.add(place);
        });
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, entries);
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
        dictionary.setItem(COSName.K, document);
        dictionary.setItem(COSName.PARENT_TREE, tree);
        dictionary.setInt(COSName.PARENT_TREE_NEXT_KEY, parents.isEmpty() ? 0 : parents.lastKey() + 1);
        if (roles != null) dictionary.setItem(COSName.ROLE_MAP, roles);
        file.put(root, dictionary);
    }

    // Sorted as bytes; ids are ASCII.
    private void writeNames() {
        var byId = new TreeMap<String, Place>();
        headings.values()
                .forEach(some -> some.forEach(place -> byId.put(place.heading().id(), place)));
        if (byId.isEmpty()) return;
        var entries = new COSArray();
        byId.forEach((id, place) -> {
            entries.add(new COSString(id.getBytes(StandardCharsets.US_ASCII)));
            entries.add(place.destination());
        });
        var tree = new COSDictionary();
        tree.setItem(COSName.NAMES, entries);
        var names = new COSDictionary();
        names.setItem(COSName.DESTS, tree);
        catalog.setItem(COSName.NAMES, names);
    }

    private void writeOutlines() {
        var top = new COSDictionary();
        top.setItem(COSName.TYPE, COSName.OUTLINES);
        Deque<COSDictionary> above = new ArrayDeque<>();
        Deque<Integer> levels = new ArrayDeque<>();
        above.push(top);
        levels.push(0);
        for (List<Place> some : headings.values()) {
            for (Place place : some) {
                while (levels.element() >= place.heading().level()) {
                    above.pop();
                    levels.pop();
                }
                var item = new COSDictionary();
                item.setString(COSName.TITLE, place.title());
                item.setItem(COSName.DEST, place.destination());
                append(above.element(), item);
                above.push(item);
                levels.push(place.heading().level());
            }
        }
        if (top.containsKey(COSName.FIRST)) catalog.setItem(COSName.OUTLINES, top);
    }

    // Only the uppermost level is open.
    private static void append(COSDictionary parent, COSDictionary item) {
        COSDictionary last = parent.getCOSDictionary(COSName.LAST);
        item.setItem(COSName.PARENT, parent);
        if (last == null) {
            parent.setItem(COSName.FIRST, item);
        } else {
            last.setItem(COSName.NEXT, item);
            item.setItem(COSName.PREV, last);
        }
        parent.setItem(COSName.LAST, item);
        boolean isTop = COSName.OUTLINES.equals(parent.getCOSName(COSName.TYPE));
        parent.setInt(COSName.COUNT, parent.getInt(COSName.COUNT, 0) + (isTop ? 1 : -1));
    }
}
