package org.throughline.stocktaking;

/// What the keeper of an entry allows to be done with it. What is not allowed in so many words is not allowed.
///
/// @param name show who runs the project: organisation, partners, addresses
/// @param text publish the entry at all
/// @param files show pictures and documents
/// @param quotation quote from it in reports
/// @param translation translate it
public record Consent(boolean name, boolean text, boolean files, boolean quotation, boolean translation) {

    public static final Consent NONE = new Consent(false, false, false, false, false);
    public static final Consent ALL = new Consent(true, true, true, true, true);
}
