package org.throughline.platform.web;

import java.util.List;
import org.throughline.platform.LocalizedText;

/// What another part of the program knows of the things that pages show: where they come from, and what became of
/// them. Modules above implement it; a page asks by its address, and need not know who answers.
public interface Surroundings {

    /// What is to stand on a page. Whoever answers also tells the page store what the answer depends on.
    ///
    /// @param addresses of the thing, without the language; of several, the first that is known counts
    List<Block> of(Frame frame, List<String> addresses);

    /// What all of them know of a page.
    static List<Block> all(List<Surroundings> everybody, Frame frame, String... addresses) {
        return everybody.stream()
                .flatMap(one -> one.of(frame, List.of(addresses)).stream())
                .toList();
    }

    /// One section of a page.
    ///
    /// @param id its anchor
    record Block(String id, String title, List<Thing> things) {}

    /// What the page shows, as the other part calls it; one page may be several things there.
    ///
    /// @param path of its own page
    record Thing(LocalizedText title, String path, List<Part> parts) {}

    /// Others that lie to one side of it.
    ///
    /// @param none what is said where there are none
    record Part(String title, List<Line> lines, String none) {}

    /// @param how it is tied to the thing, before its title
    /// @param mark what is to be known of the tie; empty for nothing
    record Line(String how, LocalizedText title, String path, String mark) {}
}
