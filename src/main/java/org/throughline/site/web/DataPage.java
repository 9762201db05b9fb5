package org.throughline.site.web;

import java.util.List;
import org.throughline.calls.Call;

/// What can be taken away of each call.
public record DataPage(List<Call> calls) {}
