-- The register is kept by people: each fact has a version, so that two editors do not overwrite each other, and what was
-- wrong is retired for a reason, never deleted. A paragraph may carry the official words beside ours.
ALTER TABLE mandates.body ADD COLUMN version int NOT NULL DEFAULT 1;

ALTER TABLE mandates.instrument
    ADD COLUMN version int NOT NULL DEFAULT 1,
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN retired_reason text NOT NULL DEFAULT '',
    ADD CHECK ((retired_at IS NULL) = (retired_reason = ''));

ALTER TABLE mandates.revision
    ADD COLUMN version int NOT NULL DEFAULT 1,
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN retired_reason text NOT NULL DEFAULT '',
    -- What a shipped fact is called in the file, whatever people call it since: it is never added twice.
    ADD COLUMN fact text UNIQUE,
    ADD CHECK ((retired_at IS NULL) = (retired_reason = '')),
    DROP CONSTRAINT revision_instrument_id_label_key;
CREATE UNIQUE INDEX revision_label ON mandates.revision (instrument_id, label) WHERE retired_at IS NULL;
UPDATE mandates.revision r SET fact = i.slug || '/' || r.label FROM mandates.instrument i WHERE i.id = r.instrument_id;

ALTER TABLE mandates.paragraph
    ADD COLUMN version int NOT NULL DEFAULT 1,
    ADD COLUMN official jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN official_source text NOT NULL DEFAULT '',
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN retired_reason text NOT NULL DEFAULT '',
    ADD CHECK ((retired_at IS NULL) = (retired_reason = '')),
    ADD CHECK (official = '{}' OR official_source <> ''),
    DROP CONSTRAINT paragraph_revision_id_label_key;
CREATE UNIQUE INDEX paragraph_label ON mandates.paragraph (revision_id, label) WHERE retired_at IS NULL;

ALTER TABLE mandates.reference
    ADD COLUMN version int NOT NULL DEFAULT 1,
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN retired_reason text NOT NULL DEFAULT '',
    ADD CHECK ((retired_at IS NULL) = (retired_reason = '')),
    DROP CONSTRAINT reference_from_revision_kind_to_instrument_to_revision_key;
CREATE UNIQUE INDEX reference_once ON mandates.reference (from_revision, kind, to_instrument, to_revision)
    NULLS NOT DISTINCT WHERE retired_at IS NULL;

CREATE OR REPLACE VIEW mandates.published_instrument AS
    SELECT id, slug, body, kind, number, topic, position FROM mandates.instrument WHERE retired_at IS NULL;
CREATE OR REPLACE VIEW mandates.published_revision AS
    SELECT id, instrument_id, position, label, symbol, place, adopted, certainty, source, source_url
    FROM mandates.revision WHERE retired_at IS NULL;
CREATE OR REPLACE VIEW mandates.published_paragraph AS
    SELECT id, revision_id, position, label, words, certainty, source, source_url, official, official_source
    FROM mandates.paragraph WHERE retired_at IS NULL;
CREATE OR REPLACE VIEW mandates.published_reference AS
    SELECT f.id, f.from_revision, f.kind, f.to_instrument, f.to_revision, f.certainty, f.source, f.source_url
    FROM mandates.reference f
    JOIN mandates.revision r ON r.id = f.from_revision AND r.retired_at IS NULL
    JOIN mandates.instrument i ON i.id = r.instrument_id AND i.retired_at IS NULL
    JOIN mandates.instrument t ON t.id = f.to_instrument AND t.retired_at IS NULL
    WHERE f.retired_at IS NULL;
-- What stood at an address that is kept for good.
CREATE VIEW mandates.published_tombstone AS
    SELECT slug, retired_at, retired_reason FROM mandates.instrument WHERE retired_at IS NOT NULL;
GRANT SELECT ON mandates.published_tombstone TO throughline_reader;

-- What of this module was given to others, such as the index of words, and by which rules.
CREATE TABLE mandates.given (
    what   text PRIMARY KEY,
    rules  int NOT NULL
);
