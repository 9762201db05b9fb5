-- Instruments (resolutions, declarations, plans) of bodies, each with its revisions in their order, their paragraphs, and
-- what one says of another. Everything has a source, and says whether a page was seen that confirms it.
CREATE SCHEMA mandates;

CREATE TABLE mandates.body (
    code      text PRIMARY KEY CHECK (code ~ '^[a-z0-9]{2,20}$'),
    name      jsonb NOT NULL,
    position  int NOT NULL
);

CREATE TABLE mandates.instrument (
    id        uuid PRIMARY KEY,
    slug      text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
    body      text NOT NULL REFERENCES mandates.body,
    kind      text NOT NULL CHECK (kind IN ('resolution', 'declaration', 'plan-of-action', 'commitment', 'agenda', 'statement')),
    number    text NOT NULL,
    topic     jsonb NOT NULL,
    position  int NOT NULL
);

CREATE TABLE mandates.revision (
    id            uuid PRIMARY KEY,
    instrument_id uuid NOT NULL REFERENCES mandates.instrument,
    position      int NOT NULL,
    label         text NOT NULL,
    symbol        text NOT NULL,
    place         text NOT NULL,
    -- As exactly as it is known: a year, a month or a day; empty for not at all.
    adopted       text NOT NULL CHECK (adopted ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    certainty     text NOT NULL CHECK (certainty IN ('confirmed', 'unverified')),
    source        text NOT NULL CHECK (source <> ''),
    source_url    text NOT NULL,
    UNIQUE (instrument_id, position),
    UNIQUE (instrument_id, label)
);

CREATE TABLE mandates.paragraph (
    id            uuid PRIMARY KEY,
    revision_id   uuid NOT NULL REFERENCES mandates.revision,
    position      int NOT NULL,
    label         text NOT NULL CHECK (label <> ''),
    words         jsonb NOT NULL,
    certainty     text NOT NULL CHECK (certainty IN ('confirmed', 'unverified')),
    source        text NOT NULL CHECK (source <> ''),
    source_url    text NOT NULL,
    UNIQUE (revision_id, label)
);

-- What a revision says of another instrument; of which revision of it, where that is known.
CREATE TABLE mandates.reference (
    id             uuid PRIMARY KEY,
    from_revision  uuid NOT NULL REFERENCES mandates.revision,
    kind           text NOT NULL CHECK (kind IN ('recalls', 'revises', 'supersedes', 'implements', 'instructs', 'reports-to')),
    to_instrument  uuid NOT NULL REFERENCES mandates.instrument,
    to_revision    uuid REFERENCES mandates.revision,
    certainty      text NOT NULL CHECK (certainty IN ('confirmed', 'unverified')),
    source         text NOT NULL CHECK (source <> ''),
    source_url     text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (from_revision, kind, to_instrument, to_revision)
);
CREATE INDEX reference_to ON mandates.reference (to_instrument);

CREATE VIEW mandates.published_body AS SELECT code, name, position FROM mandates.body;
CREATE VIEW mandates.published_instrument AS SELECT id, slug, body, kind, number, topic, position FROM mandates.instrument;
CREATE VIEW mandates.published_revision AS
    SELECT id, instrument_id, position, label, symbol, place, adopted, certainty, source, source_url FROM mandates.revision;
CREATE VIEW mandates.published_paragraph AS
    SELECT id, revision_id, position, label, words, certainty, source, source_url FROM mandates.paragraph;
CREATE VIEW mandates.published_reference AS
    SELECT id, from_revision, kind, to_instrument, to_revision, certainty, source, source_url FROM mandates.reference;
GRANT USAGE ON SCHEMA mandates TO throughline_reader;
GRANT SELECT ON mandates.published_body, mandates.published_instrument, mandates.published_revision,
    mandates.published_paragraph, mandates.published_reference TO throughline_reader;
