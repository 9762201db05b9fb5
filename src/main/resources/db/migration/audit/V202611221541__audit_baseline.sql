-- Who did what to which thing, when and why. Rows are only ever added.
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
    id       uuid PRIMARY KEY,
    at       timestamptz NOT NULL,
    actor    uuid,
    name     text NOT NULL,
    action   text NOT NULL,
    subject  text NOT NULL,
    details  jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX entry_subject ON audit.entry (subject, at DESC);
CREATE RULE entry_keep AS ON UPDATE TO audit.entry DO INSTEAD NOTHING;
CREATE RULE entry_stay AS ON DELETE TO audit.entry DO INSTEAD NOTHING;
