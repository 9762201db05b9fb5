package org.throughline.citations;

import java.util.List;

/// Where citations learn what there is to be cited. Implemented by whoever keeps it.
public interface CitableSource {

    /// Everything that may be cited, each once.
    List<Citable> citable();

    /// What pages depend on that show it: said to have changed whenever there is something else to be cited.
    String tag();
}
