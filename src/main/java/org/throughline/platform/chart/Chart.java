package org.throughline.platform.chart;

/// A chart: the picture and its data table, to be shown together.
public record Chart(Svg svg, DataTable data) {}
