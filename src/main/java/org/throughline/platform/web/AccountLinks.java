package org.throughline.platform.web;

import java.util.List;

/// Pages of one's own that parts of the program add to the page of one's account. Modules implement it.
public interface AccountLinks {

    /// A page of this site.
    ///
    /// @param label what it is, in the reader's language
    /// @param path without the language prefix
    record Link(String label, String path) {}

    List<Link> of(String language);
}
