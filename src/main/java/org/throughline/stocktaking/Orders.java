package org.throughline.stocktaking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.roaringbitmap.RoaringBitmap;
import org.throughline.stocktaking.RegisterQuery.Sort;

/// The numbers of a board in the orders they can be shown in. An order is made when it is first asked for and kept;
/// a change takes single numbers out and puts them in at their new places, so that a million stay sorted.
final class Orders {

    /// Among so many times more numbers than are wanted, the wanted ones are picked out instead of met on the way.
    private static final int SPARSE = 16;

    private final Columns columns;
    private final Map<Sort, int[]> made = new EnumMap<>(Sort.class);

    Orders(Columns columns) {
        this.columns = columns;
    }

    /// To be called while the columns still say what they said when these numbers were put in.
    void without(RoaringBitmap gone) {
        made.replaceAll((sort, order) -> without(sort, order, gone));
    }

    /// To be called when the columns say what they are to say.
    void with(RoaringBitmap fresh) {
        made.replaceAll((sort, order) -> with(sort, order, fresh));
    }

    private int[] without(Sort sort, int[] order, RoaringBitmap gone) {
        int[] places = new int[gone.getCardinality()];
        int size = 0;
        for (int number : gone.toArray()) {
            int place = place(sort, order, number);
            if (place >= 0) places[size++] = place;
        }
        Arrays.sort(places, 0, size);
        int[] rest = new int[order.length - size];
        int from = 0;
        int to = 0;
        for (int i = 0; i <= size; i++) {
            int end = i < size ? places[i] : order.length;
            System.arraycopy(order, from, rest, to, end - from);
            to += end - from;
            from = end + 1;
        }
        return rest;
    }

    private int[] with(Sort sort, int[] order, RoaringBitmap fresh) {
        int[] added = sorted(sort, fresh.toArray());
        int[] whole = new int[order.length + added.length];
        int from = 0;
        int to = 0;
        for (int number : added) {
            int end = -place(sort, order, number) - 1;
            System.arraycopy(order, from, whole, to, end - from);
            to += end - from;
            from = end;
            whole[to++] = number;
        }
        System.arraycopy(order, from, whole, to, order.length - from);
        return whole;
    }

    // Where a number stands, or as in Arrays.binarySearch where it would.
    private int place(Sort sort, int[] order, int number) {
        int low = 0;
        int high = order.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int side = columns.compare(sort, order[middle], number);
            if (side == 0) return middle;
            if (side < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -low - 1;
    }

    /// The numbers of `base` in an order, from `offset` on, at most `limit`.
    int[] page(Sort sort, RoaringBitmap everything, RoaringBitmap base, int offset, int limit) {
        int[] order = order(sort, everything);
        int there = base.getCardinality();
        int size = Math.clamp((long) there - offset, 0, limit);
        if (size == 0) return new int[0];
        if (there == order.length) return Arrays.copyOfRange(order, offset, offset + size);
        if ((long) there * SPARSE < order.length) return picked(sort, base, offset, size);
        int[] page = new int[size];
        int seen = 0;
        int taken = 0;
        for (int i = 0; taken < size; i++) if (base.contains(order[i]) && seen++ >= offset) page[taken++] = order[i];
        return page;
    }

    private int[] picked(Sort sort, RoaringBitmap base, int offset, int size) {
        int wanted = offset + size;
        if (wanted > base.getCardinality() / SPARSE)
            return Arrays.copyOfRange(sorted(sort, base.toArray()), offset, wanted);
        Comparator<Integer> worstFirst = (a, b) -> columns.compare(sort, b, a);
        var best = new PriorityQueue<>(wanted, worstFirst);
        base.forEach((int number) -> {
            if (best.size() < wanted) best.add(number);
            else if (columns.compare(sort, number, best.element()) < 0) {
                best.remove();
                best.add(number);
            }
        });
        int[] found = new int[wanted];
        for (int i = wanted - 1; i >= 0; i--) found[i] = best.remove();
        return Arrays.copyOfRange(found, offset, wanted);
    }

    private synchronized int[] order(Sort sort, RoaringBitmap everything) {
        return made.computeIfAbsent(sort, wanted -> sorted(wanted, everything.toArray()));
    }

    // By merging, because the standard library sorts numbers by an order of one's own in boxes only.
    private int[] sorted(Sort sort, int[] numbers) {
        merge(sort, numbers.clone(), numbers, 0, numbers.length);
        return numbers;
    }

    private void merge(Sort sort, int[] from, int[] into, int low, int high) {
        if (high - low < 2) return;
        int middle = (low + high) >>> 1;
        merge(sort, into, from, low, middle);
        merge(sort, into, from, middle, high);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++)
            into[i] = right >= high || (left < middle && columns.compare(sort, from[left], from[right]) <= 0)
                    ? from[left++]
                    : from[right++];
    }
}
