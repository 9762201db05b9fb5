package org.throughline.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.Hash;

/// An edition of a report as its readers see it; or, before it is published, as they would.
///
/// @param newest whether no later edition is public
/// @param commentsUntil until when a zero draft may be commented on
/// @param projects how many it was made of, of `register` public ones in that register then
/// @param gone how many of those are no longer public today
/// @param digests which projects the chapters of the action lines tell about
/// @param publishedAt absent in a preview
public record PublishedReport(
        UUID edition,
        String slug,
        int number,
        Stage stage,
        boolean newest,
        int recipeVersion,
        Recipe recipe,
        @Nullable Instant commentsUntil,
        Instant frozenAt,
        int projects,
        int register,
        int gone,
        List<FigureData> figures,
        ClaimTotals claims,
        Map<String, List<Long>> digests,
        Hash entries,
        Hash hash,
        @Nullable Instant publishedAt) {

    /// An entry as it may be shown today.
    ///
    /// @param entry nothing for one that is no longer public
    /// @param whole whether nothing was taken from it, so that its hash can be computed again
    /// @param gone how it went: `withdrawn`, `merged`, `unpublished`, or `taken-back` where only the state it had
    ///     then went; empty for one that is there
    /// @param mergedInto the number of the entry it is part of now
    public record Line(
            long number,
            int version,
            Hash hash,
            Optional<Entry> entry,
            boolean whole,
            String gone,
            @Nullable Long mergedInto) {}

    public boolean isPreview() {
        return publishedAt == null;
    }

    public boolean takesComments(Instant now) {
        return publishedAt != null && commentsUntil != null && now.isBefore(commentsUntil);
    }

    public Optional<FigureData> figure(String code) {
        return figures.stream().filter(one -> one.figure().code().equals(code)).findFirst();
    }

    /// What the fingerprint is of.
    public EditionContent content() {
        return new EditionContent(
                slug,
                number,
                stage,
                recipeVersion,
                recipe,
                frozenAt,
                projects,
                register,
                entries.hex(),
                figures,
                claims,
                digests);
    }
}
