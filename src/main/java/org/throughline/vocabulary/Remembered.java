package org.throughline.vocabulary;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What was found out about short texts: the tables that people bring in say the same few hundred names again and
/// again. Long texts are not kept, and when it is full it begins anew.
final class Remembered<T> {

    private static final int MOST = 5_000;
    private static final int LONGEST = 100;

    private final Map<String, T> known = new ConcurrentHashMap<>();

    T get(String text, Function<String, T> find) {
        if (text.length() > LONGEST) return find.apply(text);
        T there = known.get(text);
        if (there != null) return there;
        T found = find.apply(text);
        if (known.size() >= MOST) known.clear();
        known.put(text, found);
        return found;
    }
}
