package org.throughline.platform.web;

import java.util.Optional;

/// Where those go on who asked for a page that is not there: said by the module whose address it looks like.
public interface Signpost {

    /// @param path that was asked for, without the language
    Optional<Way> from(Frame frame, String path);

    /// A search, and the page to begin at.
    ///
    /// @param search what is searched; `find` the words of its button; `searchAddress` where to, with `q`
    record Way(String search, String find, String searchAddress, String label, String address) {}
}
