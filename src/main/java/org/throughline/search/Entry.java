package org.throughline.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.jspecify.annotations.Nullable;

/// A row of `search.entry` as the indexer reads it; rows are written with SQL by [SearchIndex].
@Entity
@Immutable
@Table(schema = "search", name = "entry")
@Indexed(index = Entry.INDEX)
class Entry {

    static final String INDEX = "entry";

    @Id
    @DocumentId
    private UUID id;

    @KeywordField(aggregable = Aggregable.YES)
    private String kind;

    // The binders of these two are named in Engine: by annotation they would have to be public.
    @ColumnTransformer(read = "words::text")
    private String words;

    @ColumnTransformer(read = "facets::text")
    private String facets;

    @Column(name = "happened_at")
    @GenericField(name = "happened", sortable = Sortable.YES)
    private @Nullable Instant happenedAt;

    // What its owner calls it, where that is a number; read by [Matching].
    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    private @Nullable Integer number;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    /// An entry of which only the identifier matters: the indexer reads the row itself.
    static Entry named(UUID id) {
        var entry = new Entry();
        entry.id = id;
        return entry;
    }

    /// The identifier follows from what the owner calls the thing, so that writing it again replaces it.
    static UUID idOf(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + '\n' + key).getBytes(StandardCharsets.UTF_8));
    }
}
