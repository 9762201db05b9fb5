-- What the import pages show: a dry run says how the file is understood and keeps it until the import is started; an import
-- whose program was killed is known by when it was last seen.
ALTER TABLE inputs.import_job
    ADD COLUMN stored text NOT NULL DEFAULT '',
    ADD COLUMN mapping text NOT NULL DEFAULT '',
    ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN encoding text NOT NULL DEFAULT '',
    ADD COLUMN unclear bigint NOT NULL DEFAULT 0,
    ADD COLUMN language_if_unclear text NOT NULL DEFAULT '',
    ADD COLUMN preview jsonb,
    ADD COLUMN reason jsonb;
CREATE INDEX import_job_of_call ON inputs.import_job (call_id, started_at);
