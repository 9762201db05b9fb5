package org.throughline.stocktaking;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.platform.web.PageStore;

/// The registers that everybody sees, with the forms their entries were written with, kept in memory until one
/// changes.
@Service
public class PublishedCollections {

    private final Published published;
    private final PageStore pages;

    PublishedCollections(Published published, PageStore pages) {
        this.published = published;
        this.pages = pages;
    }

    /// A register as everybody sees it.
    public record PublishedCollection(String slug, LocalizedText name, LocalizedText purpose, int formVersion) {

        /// Where its list is, without a language.
        public String path() {
            return slug.equals(ProjectCollection.WSIS) ? "/stocktaking" : "/collections/" + slug;
        }
    }

    public Optional<PublishedCollection> find(String slug) {
        return pages.remember(
                "collection " + slug,
                Set.of(RegisterTags.collection(slug)),
                () -> published
                        .sql(
                                "SELECT slug, name, purpose, form_version FROM stocktaking.published_collection WHERE slug = ?")
                        .param(slug)
                        .query((row, n) -> new PublishedCollection(
                                row.getString("slug"),
                                Json.read(row.getString("name"), LocalizedText.class),
                                Json.read(row.getString("purpose"), LocalizedText.class),
                                row.getInt("form_version")))
                        .optional());
    }

    /// All of them, the oldest first.
    public java.util.List<PublishedCollection> all() {
        return published
                .sql(
                        "SELECT slug, name, purpose, form_version FROM stocktaking.published_collection ORDER BY published_at, slug")
                .query((row, n) -> new PublishedCollection(
                        row.getString("slug"),
                        Json.read(row.getString("name"), LocalizedText.class),
                        Json.read(row.getString("purpose"), LocalizedText.class),
                        row.getInt("form_version")))
                .list();
    }

    /// The form that entries of a register are, or were, written with; one without fields where there is none.
    public ProjectForm form(String slug, int version) {
        return pages.remember(
                "form " + slug + " " + version,
                Set.of(RegisterTags.collection(slug)),
                () -> published
                        .sql("SELECT definition FROM stocktaking.published_form WHERE collection = ? AND version = ?")
                        .params(slug, version)
                        .query((row, n) -> Json.read(row.getString("definition"), ProjectForm.class))
                        .optional()
                        .orElse(new ProjectForm(java.util.List.of())));
    }

    public ProjectForm form(PublishedCollection collection) {
        return form(collection.slug(), collection.formVersion());
    }
}
