package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.imports.ProjectImport;
import org.throughline.stocktaking.imports.ProjectImports;

/// The form for a file of projects, and the imports there were.
///
/// @param typed what was sent, so that it need not be typed again; a file has to be chosen anew
public record ProjectImportsPage(
        List<ProjectCollection> collections, List<ProjectImport> jobs, Typed typed, FormErrors errors) {

    /// @param collection by its address
    public record Typed(String collection, boolean publish, String basis) {}

    public long megabytes() {
        return ProjectImports.LARGEST >> 20;
    }

    public long bytes() {
        return ProjectImports.LARGEST;
    }
}
