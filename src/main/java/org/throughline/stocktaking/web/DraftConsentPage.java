package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// The uses that are asked, and the declaration that all is true.
public record DraftConsentPage(
        DraftSteps form, int seen, List<Asked> uses, boolean declared, List<DraftClash> clashes, FormErrors errors) {

    /// @param meaning what it means to say yes, or no
    public record Asked(String id, String question, String meaning, List<Option> options) {}
}
