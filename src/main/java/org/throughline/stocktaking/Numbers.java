package org.throughline.stocktaking;

import java.util.AbstractList;
import java.util.RandomAccess;

/// Many numbers of entries without a box around each.
final class Numbers extends AbstractList<Long> implements RandomAccess {

    private final int[] numbers;

    Numbers(int[] numbers) {
        this.numbers = numbers;
    }

    @Override
    public Long get(int index) {
        return (long) numbers[index];
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
