package org.throughline.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document as everybody may read it.
///
/// @param item of the meeting's agenda; absent for one that belongs to none
/// @param symbol as it was given, in the spelling of its time
/// @param address behind `/documents/`, one spelling for all
/// @param receivedAt absent for one that was put on record from elsewhere
/// @param cites keys of the symbols of documents that it names
/// @param titles in every language it stands in, the originals first
/// @param hash that the ledger has, in hexadecimal
public record PostedDocument(
        UUID id,
        String series,
        String meeting,
        @Nullable UUID item,
        DocumentKind kind,
        Change change,
        int changeNumber,
        @Nullable UUID parent,
        int serial,
        String symbol,
        String address,
        List<DocumentSource> sources,
        DocumentHeader header,
        String dated,
        List<String> cites,
        @Nullable Instant receivedAt,
        Instant numberedAt,
        Instant postedAt,
        String hash,
        List<Title> titles) {

    /// Its title in a language.
    public record Title(String language, String standing, String title) {}

    public PostedDocument {
        sources = List.copyOf(sources);
        cites = List.copyOf(cites);
        titles = List.copyOf(titles);
    }

    /// In the reader's language where it stands in that, else in its original one.
    public Title titleFor(String language) {
        return titles.stream()
                .filter(one -> one.language().equals(language))
                .findFirst()
                .orElseGet(titles::getFirst);
    }

    /// Its address here, without the language of the interface.
    public String path() {
        return "/documents/" + address;
    }

    /// Whether its symbol is the one that its body gave it, and not a number of this record.
    public boolean hasOwnSymbol() {
        return !series.equals(RecordedDocuments.UNKNOWN_SYMBOL);
    }

    /// The document that it changes, or itself.
    public UUID root() {
        return parent == null ? id : parent;
    }

    /// The languages it was written in.
    public List<String> originals() {
        return titles.stream()
                .filter(one -> one.standing().equals("original"))
                .map(Title::language)
                .toList();
    }
}
