package org.throughline.calls;

import java.util.List;

/// What other modules have to show on a call's page. They implement it; the page asks all of them.
public interface CallPanel {

    /// Links and counts for the page of a public call, in a language.
    List<Item> of(Call call, String language);

    /// What the page depends on besides the call itself, as the page store knows it.
    List<String> tags(Call call);

    /// @param order where the item stands among all
    /// @param path an address of this site without the language prefix
    /// @param note a sentence under the link, may be empty
    /// @param action whether it is what most readers come to do
    record Item(int order, String label, String path, String note, boolean action) {}
}
