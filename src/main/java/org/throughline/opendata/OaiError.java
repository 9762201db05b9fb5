package org.throughline.opendata;

/// What a harvester did wrong, in the words of OAI-PMH.
final class OaiError extends RuntimeException {

    private final String code;

    private OaiError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    static OaiError badVerb(String message) {
        return new OaiError("badVerb", message);
    }

    static OaiError badArgument(String message) {
        return new OaiError("badArgument", message);
    }

    static OaiError badResumptionToken() {
        return new OaiError(
                "badResumptionToken",
                "This resumption token is not one of ours, or it has expired. Begin again, with from= the newest datestamp you have.");
    }

    static OaiError cannotDisseminateFormat(String prefix) {
        return new OaiError(
                "cannotDisseminateFormat",
                "There is no format " + prefix
                        + " here; ListMetadataFormats names those there are, of a record as well");
    }

    static OaiError idDoesNotExist(String identifier) {
        return new OaiError("idDoesNotExist", "No record has the identifier " + identifier);
    }

    static OaiError noRecordsMatch() {
        return new OaiError("noRecordsMatch", "No record was changed in this time, in this set");
    }
}
