package org.throughline.inputs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.CallId;

/// An input as its owner and the secretariat see it, private fields included. Never to be shown to the public.
public record InputRecord(
        InputId id,
        CallId call,
        String slug,
        int number,
        Reception.Origin origin,
        @Nullable UUID owner,
        Instant receivedAt,
        int revision,
        String language,
        Respondent respondent,
        Consent consent,
        @Nullable Instant checkedAt,
        @Nullable Instant publishedAt,
        @Nullable String withheldReason,
        @Nullable InputId duplicateOf,
        @Nullable Instant withdrawnAt,
        int version) {

    /// What became of an input, as it is counted: every input is in exactly one state.
    public enum State {
        RECEIVED,
        PUBLISHED,
        WITHHELD,
        DUPLICATE,
        WITHDRAWN
    }

    public State state() {
        if (withdrawnAt != null) return State.WITHDRAWN;
        if (duplicateOf != null) return State.DUPLICATE;
        if (publishedAt != null) return State.PUBLISHED;
        return withheldReason != null ? State.WITHHELD : State.RECEIVED;
    }

    /// The public address without the leading slash; also the subject in ledger and audit trail.
    public String subject() {
        return Received.subject(slug, number);
    }
}
