package org.throughline.citations;

import java.util.List;
import java.util.Map;

/// Who keeps documents that texts name by their symbols. Implemented by whoever does; without one, symbols stand
/// as they are.
public interface CitedDocuments {

    /// The addresses here, without the language, of those of the symbols that are kept and public.
    Map<String, String> paths(List<String> symbols);
}
