package org.throughline.documents;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.Published;
import org.throughline.platform.harvest.MappedPages;

/// The pages of posted documents for the map of the site.
@Component
class MappedDocuments implements MappedPages {

    private final Published published;

    MappedDocuments(Published published) {
        this.published = published;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public String tag() {
        return DocumentTags.DOCUMENTS;
    }

    @Override
    public long count() {
        return published
                .sql("SELECT count(*) FROM documents.published_change WHERE shown")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Page> pages(long skip, int size) {
        return published
                .sql("""
                SELECT address, changed_at FROM documents.published_change WHERE shown ORDER BY id OFFSET ? LIMIT ?""")
                .params(skip, size)
                .query((row, n) -> new Page(
                        "/documents/" + row.getString("address"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }
}
