package org.throughline.groups;

import java.util.List;
import java.util.UUID;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

/// A body that meets.
///
/// @param code its name in addresses, such as `cwg-wsis-sdg`
/// @param terms what it is to do, point by point; empty where only a document says it
/// @param termsSymbol of the document with its terms of reference; empty for none
/// @param membership who may be in it
/// @param mandates the instruments it rests on, by their names in addresses
/// @param founded a year, a month or a day; empty where it is not known
public record Group(
        UUID id,
        String code,
        LocalizedText name,
        LocalizedText about,
        List<LocalizedText> terms,
        String termsSymbol,
        LocalizedText membership,
        List<String> mandates,
        String founded,
        Source source,
        int version) {

    /// The ITU Council Working Group on WSIS and the Sustainable Development Goals.
    public static final String COUNCIL_WORKING_GROUP = "cwg-wsis-sdg";

    /// The United Nations Group on the Information Society.
    public static final String UNGIS = "ungis";
}
