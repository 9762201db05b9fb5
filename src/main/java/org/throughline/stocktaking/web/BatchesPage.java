package org.throughline.stocktaking.web;

import java.time.Instant;
import java.util.List;

/// What was done to many entries lately, newest first.
public record BatchesPage(List<Line> lines) {

    public record Line(String what, String address, Instant at, String by, int done, int undone) {}
}
