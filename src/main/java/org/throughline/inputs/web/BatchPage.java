package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.DeskLine;

/// The inputs that are about to be published together.
///
/// @param rest how many more there are after these
public record BatchPage(Call call, List<DeskLine> lines, long rest) {}
