package org.throughline.chain.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Svg;
import org.throughline.platform.web.Option;

/// The whole chain, or one strand of it.
///
/// @param exact what was chosen, as the end of an address
/// @param chart absent where nothing is found
public record ChainPage(
        List<Option> strands, String exact, @Nullable Svg chart, List<Part> parts, int outputs, int feeds, int unsure) {

    /// The outputs of one strand.
    public record Part(String code, String name, List<OutputLine> lines) {}
}
