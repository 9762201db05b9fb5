package org.throughline.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document as its author and the secretariat see it.
///
/// @param item of the meeting's agenda; absent for one that belongs to none
/// @param parent what it changes; absent for a document of its own
/// @param changed the symbol of what it changes; empty for a document of its own
/// @param dated the date that it bears, as exactly as it says; may be empty
/// @param owner who wrote it; absent for what the program took in, and for people who are gone
/// @param steps of the form that were saved
/// @param returnedReason why it was given back to its author; empty where it was not
public record DocumentWork(
        UUID id,
        String series,
        String meeting,
        @Nullable UUID item,
        DocumentKind kind,
        Change change,
        @Nullable UUID parent,
        String changed,
        @Nullable Integer serial,
        String symbol,
        String address,
        List<DocumentSource> sources,
        DocumentHeader header,
        String dated,
        DocumentState state,
        @Nullable UUID owner,
        List<String> steps,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant numberedAt,
        @Nullable Instant postedAt,
        String returnedReason,
        int version,
        List<Expression> expressions,
        List<Attachment> attachments) {

    public DocumentWork {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        expressions = List.copyOf(expressions);
        attachments = List.copyOf(attachments);
    }

    DocumentWork with(List<Expression> expressions, List<Attachment> attachments) {
        return new DocumentWork(
                id,
                series,
                meeting,
                item,
                kind,
                change,
                parent,
                changed,
                serial,
                symbol,
                address,
                sources,
                header,
                dated,
                state,
                owner,
                steps,
                createdAt,
                updatedAt,
                submittedAt,
                receivedAt,
                numberedAt,
                postedAt,
                returnedReason,
                version,
                expressions,
                attachments);
    }

    public Optional<Expression> in(String language) {
        return expressions.stream()
                .filter(one -> one.language().equals(language))
                .findFirst();
    }

    /// The first of its originals.
    public Expression original() {
        return expressions.stream()
                .filter(one -> one.standing() == Expression.Standing.ORIGINAL)
                .findFirst()
                .orElseGet(expressions::getFirst);
    }

    /// The address of what it changes, below that of the list; empty for a document of its own.
    public String changedAddress() {
        return DocumentSymbol.read(changed).map(DocumentSymbol::address).orElse("");
    }

    /// What acts on it are recorded under, from its first draft on.
    public String subject() {
        return "documents/work/" + id;
    }

    public boolean isDraft() {
        return state == DocumentState.DRAFT;
    }
}
