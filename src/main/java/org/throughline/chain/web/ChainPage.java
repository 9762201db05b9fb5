package org.throughline.chain.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.web.Option;

/// The whole chain, or one strand of it.
///
/// @param exact what was chosen, as the end of an address
/// @param chart absent where nothing is found
/// @param drawn the strand that is drawn where none was chosen; empty where all that is listed is drawn
public record ChainPage(
        List<Option> strands,
        String exact,
        @Nullable Chart chart,
        String drawn,
        List<Part> parts,
        int outputs,
        int feeds,
        int unsure) {

    /// The outputs of one strand.
    public record Part(String code, String name, List<OutputLine> lines) {}
}
