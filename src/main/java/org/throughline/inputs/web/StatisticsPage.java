package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.Tally;
import org.throughline.platform.chart.Chart;

/// The counts of a call and their pictures.
///
/// @param families the numbers of the published inputs of each campaign
public record StatisticsPage(Call call, Tally tally, List<List<Integer>> families, List<Chart> charts) {

    public int inFamilies() {
        return families.stream().mapToInt(List::size).sum();
    }

    /// How many inputs are published when each campaign is counted once.
    public long withCampaignsOnce() {
        return tally.published() - inFamilies() + families.size();
    }
}
