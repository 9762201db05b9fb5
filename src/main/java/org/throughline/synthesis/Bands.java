package org.throughline.synthesis;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the quantity words of a summary mean: for each class the share of published inputs, and the number of
/// inputs, a sentence must rest on to use it. Settings of the summary, shown to its readers.
public record Bands(Map<Quantity, Band> bands) {

    /// @param minShare and `maxShare` between 0 and 1, both included, but see [Quantity#beginsAbove]
    /// @param minInputs the least number of inputs, whatever the share
    /// @param enoughIfAtMost a number of inputs up to which `maxShare` does not count; 0 for none
    public record Band(double minShare, double maxShare, int minInputs, int enoughIfAtMost) {

        boolean holds(long inputs, long of, boolean above) {
            if (of == 0 || inputs < minInputs) return false;
            double share = (double) inputs / of;
            boolean begun = above ? share > minShare : share >= minShare;
            return begun && (share <= maxShare || inputs <= enoughIfAtMost);
        }
    }

    /// The bands a new summary begins with.
    public static final Bands DEFAULT = new Bands(defaults());

    private static Map<Quantity, Band> defaults() {
        Map<Quantity, Band> bands = new LinkedHashMap<>();
        bands.put(Quantity.ALL, new Band(1, 1, 1, 0));
        bands.put(Quantity.NEARLY_ALL, new Band(0.8, 1, 3, 0));
        bands.put(Quantity.MOST, new Band(0.5, 1, 2, 0));
        bands.put(Quantity.MANY, new Band(0.25, 1, 3, 0));
        bands.put(Quantity.SEVERAL, new Band(0, 0.75, 3, 0));
        bands.put(Quantity.SOME, new Band(0, 0.5, 2, 4));
        bands.put(Quantity.FEW, new Band(0, 0.05, 1, 2));
        return bands;
    }

    public Band of(Quantity quantity) {
        return bands.getOrDefault(quantity, DEFAULT.bands().get(quantity));
    }

    /// Whether a sentence that rests on `inputs` of `of` published inputs may use a word of this class.
    public boolean agrees(Quantity quantity, long inputs, long of) {
        return of(quantity).holds(inputs, of, quantity.beginsAbove());
    }
}
