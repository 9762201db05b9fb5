package org.throughline.calls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.throughline.platform.Published;

/// Calls as the public sees them, read through the public's own door.
@Service
public class PublishedCalls {

    private final Published published;
    /// What was published under a version never changes, and reading a long one takes longer than the rest of a
    /// page.
    private final Cache<Version, Questionnaire> questionnaires =
            Caffeine.newBuilder().maximumSize(200).build();

    private record Version(CallId call, int number) {}

    PublishedCalls(Published published) {
        this.published = published;
    }

    /// Public calls, those that close last first.
    public List<Call> all() {
        return published
                .sql("SELECT " + CallRows.COLUMNS + " FROM calls.published_call ORDER BY closes_at DESC, slug")
                .query((row, n) -> CallRows.read(row, 0, List.of()))
                .list();
    }

    /// A public call with its extensions.
    public Optional<Call> find(String slug) {
        return published
                .sql("SELECT " + CallRows.COLUMNS + " FROM calls.published_call WHERE slug = ?")
                .param(slug)
                .query((row, n) -> CallRows.read(row, 0, List.of()))
                .optional()
                .map(call -> CallRows.withExtensions(
                        call,
                        published
                                .sql("""
                                SELECT decided_at, old_end, new_end, reason FROM calls.published_extension
                                WHERE call_id = ? ORDER BY decided_at""")
                                .param(call.id().value())
                                .query((row, n) -> CallRows.extension(row))
                                .list()));
    }

    /// The address of a public call; empty for one that is not public.
    public String slugOf(CallId id) {
        return published
                .sql("SELECT slug FROM calls.published_call WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// The newest public questionnaire of a call; empty when it has none yet.
    public Questionnaire questionnaire(CallId id) {
        return published
                .sql("SELECT max(version) FROM calls.published_questionnaire WHERE call_id = ?")
                .param(id.value())
                .query((row, n) -> row.getInt(1))
                .optional()
                .filter(version -> version > 0)
                .map(version -> questionnaires.get(new Version(id, version), this::read))
                .orElse(Questionnaire.EMPTY);
    }

    private Questionnaire read(Version version) {
        return CallRows.questionnaire(published
                .sql("SELECT definition FROM calls.published_questionnaire WHERE call_id = ? AND version = ?")
                .param(version.call().value())
                .param(version.number())
                .query(String.class)
                .single());
    }
}
