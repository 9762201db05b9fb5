package org.throughline.platform.harvest;

import java.time.Instant;
import java.util.List;

/// Public pages of one module for the map of the site, in an order that does not change while nothing does.
public interface MappedPages {

    /// In the address of its part of the map, such as `documents`.
    String name();

    /// What the map depends on with it, in the store of pages.
    String tag();

    long count();

    /// @param skip how many stand before those that are asked for
    List<Page> pages(long skip, int size);

    /// @param path without the language
    record Page(String path, Instant changedAt) {}
}
