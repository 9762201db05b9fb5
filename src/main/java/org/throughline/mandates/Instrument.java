package org.throughline.mandates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

/// Something that a body adopted, which may be revised: a resolution, a declaration, a plan of action.
///
/// @param slug its name in addresses, such as `pp-140`
/// @param number as it is cited, such as `140` or `70/125`; empty for what is called by its name
/// @param topic what it is about, in a few words; for what has no number, its name
/// @param revisions oldest first, at least one
public record Instrument(
        UUID id, String slug, Body body, Kind kind, String number, LocalizedText topic, List<Revision> revisions) {

    /// Who adopts.
    public record Body(String code, LocalizedText name) {}

    public enum Kind {
        RESOLUTION,
        DECLARATION,
        PLAN_OF_ACTION,
        COMMITMENT,
        AGENDA,
        STATEMENT;

        static Kind of(String word) {
            for (Kind kind : values()) if (kind.word().equals(word)) return kind;
            throw new IllegalArgumentException("Not a kind of instrument: " + word);
        }

        /// As files and the database write it.
        public String word() {
            return switch (this) {
                case RESOLUTION -> "resolution";
                case DECLARATION -> "declaration";
                case PLAN_OF_ACTION -> "plan-of-action";
                case COMMITMENT -> "commitment";
                case AGENDA -> "agenda";
                case STATEMENT -> "statement";
            };
        }
    }

    /// One state of an instrument, as a body adopted it.
    ///
    /// @param label how it is told from the others, such as `Rev. Bucharest, 2022`; empty where there is one only
    /// @param symbol of the document, such as `A/RES/70/125`; empty where none is known
    /// @param place where it was adopted; empty where it is not known
    /// @param adopted a year, a month or a day (`2022`, `2015-12`, `2015-12-16`); empty where it is not known
    public record Revision(
            UUID id, int position, String label, String symbol, String place, String adopted, Source source) {}

    public Instrument {
        if (revisions.isEmpty()) throw new IllegalArgumentException("An instrument that nobody adopted: " + slug);
        revisions = List.copyOf(revisions);
    }

    /// The one in force: the newest.
    public Revision current() {
        return revisions.getLast();
    }

    public Optional<Revision> revision(UUID id) {
        return revisions.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
