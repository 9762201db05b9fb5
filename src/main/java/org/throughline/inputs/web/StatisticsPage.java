package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.Tally;
import org.throughline.platform.chart.Chart;

/// The counts of a call and their pictures.
public record StatisticsPage(Call call, Tally tally, List<Chart> charts) {}
