package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.imports.ImportJob;
import org.throughline.inputs.imports.ImportJobs;
import org.throughline.platform.web.FormErrors;

/// The form for a file of inputs, and the imports there were.
public record ImportsPage(Call call, List<ImportJob> jobs, FormErrors errors) {

    public long megabytes() {
        return ImportJobs.LARGEST >> 20;
    }

    public long bytes() {
        return ImportJobs.LARGEST;
    }
}
