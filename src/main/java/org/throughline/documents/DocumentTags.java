package org.throughline.documents;

/// What pages with documents depend on.
public final class DocumentTags {

    /// Changes with everything that is posted or withdrawn: what cites a document stands on that document's page.
    public static final String DOCUMENTS = "documents";

    private DocumentTags() {}
}
