package org.throughline.citations;

import java.util.List;

/// Where citations learn what there is to be cited. Implemented by whoever keeps it.
public interface CitableSource {

    /// Everything that may be cited, each once.
    List<Citable> citable();
}
