-- What cites what: each thing that has words of its own (a task, a call, a document), the instruments that its words name,
-- and what somebody has to look at again because one of them was revised since. The words themselves stay with their owners,
-- and so does who wrote them.
CREATE SCHEMA citations;

CREATE TABLE citations.thing (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{1,20}$'),
    key         text NOT NULL CHECK (key <> ''),
    -- An address here, without the language.
    url         text NOT NULL CHECK (url ~ '^/[^/]'),
    language    text NOT NULL,
    title       jsonb NOT NULL,
    -- Its own date, as exactly as it is known; empty for what says something about today.
    dated       text NOT NULL CHECK (dated ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    read_at     timestamptz NOT NULL,
    UNIQUE (kind, key)
);

-- One row for each instrument and revision that a thing names, however often it does.
CREATE TABLE citations.use (
    id          uuid PRIMARY KEY,
    thing_id    uuid NOT NULL REFERENCES citations.thing ON DELETE CASCADE,
    instrument  text NOT NULL CHECK (instrument <> ''),
    -- The label of the revision; absent where the words name none, or one that is not on record.
    revision    text,
    -- That revision as the words have it, where it is not on record; else empty.
    named       text NOT NULL,
    quote       text NOT NULL CHECK (quote <> ''),
    language    text NOT NULL,
    paragraphs  text[] NOT NULL,
    times       int NOT NULL CHECK (times > 0),
    found_at    timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (thing_id, instrument, revision, named)
);
CREATE INDEX use_instrument ON citations.use (instrument, id);
CREATE INDEX use_revision ON citations.use (instrument, revision);

-- Kept after the words were changed, so that it stays known that they were.
CREATE TABLE citations.review (
    id                  uuid PRIMARY KEY,
    thing_id            uuid NOT NULL REFERENCES citations.thing ON DELETE CASCADE,
    instrument          text NOT NULL,
    revision            text,
    named               text NOT NULL,
    quote               text NOT NULL,
    language            text NOT NULL,
    -- What took the place of what is cited: a revision of the same instrument, or another instrument.
    because_instrument  text NOT NULL,
    because_revision    text NOT NULL,
    since               timestamptz NOT NULL,
    looked_at           timestamptz,
    outcome             text CHECK (outcome IN ('still-right', 'changed', 'will-change')),
    reason              text NOT NULL DEFAULT '',
    version             int NOT NULL DEFAULT 1,
    CHECK ((looked_at IS NULL) = (outcome IS NULL)),
    UNIQUE NULLS NOT DISTINCT (thing_id, instrument, revision, named, because_instrument, because_revision)
);
CREATE INDEX review_instrument ON citations.review (instrument, since, id);
CREATE INDEX review_waiting ON citations.review (instrument) WHERE looked_at IS NULL;

-- By which rules the things of a kind were read last; what is missing here, or was read by others, is read anew.
CREATE TABLE citations.reading (
    kind   text PRIMARY KEY,
    rules  int NOT NULL
);

CREATE VIEW citations.published_thing AS SELECT id, kind, key, url, language, title FROM citations.thing;
CREATE VIEW citations.published_use AS
    SELECT id, thing_id, instrument, revision, named, quote, language, paragraphs, times FROM citations.use;
CREATE VIEW citations.published_review AS
    SELECT id, thing_id, instrument, revision, named, because_instrument, because_revision, since, looked_at, outcome
    FROM citations.review;
GRANT USAGE ON SCHEMA citations TO throughline_reader;
GRANT SELECT ON citations.published_thing, citations.published_use, citations.published_review TO throughline_reader;
