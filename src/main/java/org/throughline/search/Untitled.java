package org.throughline.search;

/// What things without a title of their own are called, such as an input whose name may not be shown. The module that
/// keeps a kind of things implements it for that kind.
public interface Untitled {

    /// The kind of its entries, as in [SearchEntry].
    String kind();

    /// What readers of a language call the thing with this key.
    String name(String key, String language);
}
