package org.throughline.stocktaking.links;

import org.jspecify.annotations.Nullable;

/// What came of looking at a link.
///
/// @param status the HTTP status of the last answer, 0 where there was none
/// @param movedTo where it has moved for good, as the answers said
record LinkAnswer(Outcome outcome, int status, @Nullable String movedTo) {

    static LinkAnswer of(Outcome outcome) {
        return new LinkAnswer(outcome, 0, null);
    }

    /// What it means.
    enum Outcome {
        /// It answers.
        WORKS("works"),
        /// Somebody answers, but not to programs: nothing is known of the page.
        UNCLEAR("unclear"),
        /// The page is not there.
        MISSING("missing"),
        /// The server says that it failed.
        BROKEN("broken"),
        /// There is no such host.
        NO_HOST("no-host"),
        /// The host takes no connection, or breaks it off.
        NO_CONNECTION("no-connection"),
        /// No answer came in time.
        TOO_SLOW("too-slow"),
        /// The certificate is not right.
        CERTIFICATE("certificate"),
        /// It leads on and on.
        LOOP("loop"),
        /// It leads where this server must not look: not to the public web.
        FORBIDDEN("forbidden");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /// Whether it counts against the link.
        boolean failed() {
            return this != WORKS && this != UNCLEAR && this != FORBIDDEN;
        }
    }
}
