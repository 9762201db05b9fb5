package org.throughline.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call to those who keep entries of a register to say whether they are still true.
///
/// @param mailing the letter that asks
/// @param reminder the letter that reminds, once there is one
/// @param closesAt until when answers are asked for
/// @param openedAt when it was sent; absent while it is being prepared
public record UpdateCall(
        UUID id,
        String collection,
        MailingId mailing,
        @Nullable MailingId reminder,
        Instant closesAt,
        Instant createdAt,
        @Nullable Instant openedAt) {

    /// How the answers stand.
    ///
    /// @param people who were asked
    /// @param entries about how many entries
    /// @param confirmed of which somebody said that they are still true
    /// @param over of which somebody said that they are over
    /// @param otherwise confirmed or changed meanwhile in another way
    public record Answers(long people, long entries, long confirmed, long over, long otherwise) {

        public long open() {
            return Math.max(0, entries - confirmed - over - otherwise);
        }

        public int percent() {
            return entries == 0 ? 0 : (int) (100 * (entries - open()) / entries);
        }
    }

    /// What somebody is asked about one entry.
    ///
    /// @param answer `true` or `over`; absent without an answer to this question
    /// @param settled whether the entry was confirmed since the call was opened, by whomever
    public record Question(
            UUID id,
            UUID letter,
            UUID person,
            UUID project,
            long number,
            @Nullable String answer,
            boolean settled,
            Instant closesAt) {}
}
