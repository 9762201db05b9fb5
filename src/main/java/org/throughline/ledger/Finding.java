package org.throughline.ledger;

import java.util.List;

/// One thing that verification looked at, and what it saw. The words are in the messages, so that page and command
/// line say the same.
public record Finding(Check check, List<Object> arguments) {

    public enum Outcome {
        HOLDS,
        BROKEN,
        /// Neither: something the reader should know to judge the rest.
        NOTE
    }

    /// Everything verification can say.
    public enum Check {
        FIELD_BROKEN(Outcome.BROKEN, "ledger.finding.field-broken"),
        LEAF_AGREES(Outcome.HOLDS, "ledger.finding.leaf-agrees"),
        LEAF_DIFFERS(Outcome.BROKEN, "ledger.finding.leaf-differs"),
        RECORDED_LATER(Outcome.NOTE, "ledger.finding.recorded-later"),
        CAME_BY_FORM(Outcome.NOTE, "ledger.finding.came-by-form"),
        CAME_BY_API(Outcome.NOTE, "ledger.finding.came-by-api"),
        CAME_BY_IMPORT(Outcome.NOTE, "ledger.finding.came-by-import"),
        CAME_ON_PAPER(Outcome.NOTE, "ledger.finding.came-on-paper"),
        CONTENT_MATCHES(Outcome.HOLDS, "ledger.finding.content-matches"),
        CONTENT_CHANGED(Outcome.BROKEN, "ledger.finding.content-changed"),
        CONTENT_ABSENT(Outcome.NOTE, "ledger.finding.content-absent"),
        INCLUDED(Outcome.HOLDS, "ledger.finding.included"),
        NOT_INCLUDED(Outcome.BROKEN, "ledger.finding.not-included"),
        SIZE_DIFFERS(Outcome.BROKEN, "ledger.finding.size-differs"),
        ORIGIN_DIFFERS(Outcome.BROKEN, "ledger.finding.origin-differs"),
        SIGNED(Outcome.HOLDS, "ledger.finding.signed"),
        NOT_SIGNED(Outcome.BROKEN, "ledger.finding.not-signed"),
        KEY_TRUSTED(Outcome.HOLDS, "ledger.finding.key-trusted"),
        KEY_OTHER(Outcome.BROKEN, "ledger.finding.key-other"),
        KEY_OF_FILE(Outcome.NOTE, "ledger.finding.key-of-file"),
        EXTENDS(Outcome.HOLDS, "ledger.finding.extends"),
        DOES_NOT_EXTEND(Outcome.BROKEN, "ledger.finding.does-not-extend"),
        ROOT_AGREES(Outcome.HOLDS, "ledger.finding.root-agrees"),
        ROOT_DIFFERS(Outcome.BROKEN, "ledger.finding.root-differs"),
        COUNT_DIFFERS(Outcome.BROKEN, "ledger.finding.count-differs"),
        LEAF_CHANGED(Outcome.BROKEN, "ledger.finding.leaf-changed"),
        INPUT_MATCHES(Outcome.HOLDS, "ledger.finding.input-matches"),
        INPUT_CHANGED(Outcome.BROKEN, "ledger.finding.input-changed"),
        SHOWN_DIFFERS(Outcome.BROKEN, "ledger.finding.shown-differs"),
        SHOWN_NOT_HELD(Outcome.NOTE, "ledger.finding.shown-not-held"),
        INPUT_WITHHELD(Outcome.NOTE, "ledger.finding.input-withheld"),
        INPUT_MISSING(Outcome.BROKEN, "ledger.finding.input-missing"),
        INPUT_OF_OTHER_LEAF(Outcome.BROKEN, "ledger.finding.input-of-other-leaf"),
        PUBLISHED_WITHOUT_CONTENT(Outcome.BROKEN, "ledger.finding.published-without-content"),
        STATES_FOLLOW(Outcome.HOLDS, "ledger.finding.states-follow"),
        STATE_DIFFERS(Outcome.BROKEN, "ledger.finding.state-differs"),
        DATES_AGREE(Outcome.HOLDS, "ledger.finding.dates-agree"),
        DATE_DIFFERS(Outcome.BROKEN, "ledger.finding.date-differs"),
        CONSENTS_FOLLOW(Outcome.HOLDS, "ledger.finding.consents-follow"),
        CONSENT_DIFFERS(Outcome.BROKEN, "ledger.finding.consent-differs"),
        CONSENT_NOT_ON_RECORD(Outcome.BROKEN, "ledger.finding.consent-not-on-record"),
        CONSENT_CHANGED_BEFORE(Outcome.NOTE, "ledger.finding.consent-changed-before"),
        EDITION_MATCHES(Outcome.HOLDS, "ledger.finding.edition-matches"),
        EDITION_CHANGED(Outcome.BROKEN, "ledger.finding.edition-changed"),
        EDITION_MISSING(Outcome.BROKEN, "ledger.finding.edition-missing"),
        EDITION_OF_OTHER_LEAF(Outcome.BROKEN, "ledger.finding.edition-of-other-leaf"),
        EDITIONS_NOT_HELD(Outcome.NOTE, "ledger.finding.editions-not-held"),
        SUMMARY_MATCHES(Outcome.HOLDS, "ledger.finding.summary-matches"),
        SUMMARY_CHANGED(Outcome.BROKEN, "ledger.finding.summary-changed"),
        SUMMARY_INCOMPLETE(Outcome.NOTE, "ledger.finding.summary-incomplete"),
        SUMMARY_ON_RECORD(Outcome.HOLDS, "ledger.finding.summary-on-record"),
        SUMMARY_OF_OTHER_LEAF(Outcome.BROKEN, "ledger.finding.summary-of-other-leaf"),
        SUMMARY_WITHOUT_PROOF(Outcome.NOTE, "ledger.finding.summary-without-proof"),
        REPORT_MATCHES(Outcome.HOLDS, "ledger.finding.report-matches"),
        REPORT_CHANGED(Outcome.BROKEN, "ledger.finding.report-changed"),
        ENTRIES_MATCH(Outcome.HOLDS, "ledger.finding.entries-match"),
        ENTRIES_DIFFER(Outcome.BROKEN, "ledger.finding.entries-differ"),
        ENTRIES_WITHHELD(Outcome.NOTE, "ledger.finding.entries-withheld"),
        ENTRY_CHANGED(Outcome.BROKEN, "ledger.finding.entry-changed"),
        FILE_UNREADABLE(Outcome.BROKEN, "ledger.finding.file-unreadable");

        private final Outcome outcome;
        private final String messageKey;

        Check(Outcome outcome, String messageKey) {
            this.outcome = outcome;
            this.messageKey = messageKey;
        }

        public Outcome outcome() {
            return outcome;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    public Outcome outcome() {
        return check.outcome();
    }
}
