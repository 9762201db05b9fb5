-- Each change of a consent after an input was sent: all uses then in force, and what binds them to the entry in the ledger.
-- Changes from before this table have no entry; inputs.consent_event has them all.
CREATE TABLE inputs.consent_entry (
    ledger_entry  uuid PRIMARY KEY,
    input_id      uuid NOT NULL REFERENCES inputs.input,
    at            timestamptz NOT NULL,
    content       jsonb NOT NULL,
    salt          bytea NOT NULL CHECK (length(salt) = 32)
);
CREATE INDEX consent_entry_of_input ON inputs.consent_entry (input_id);
