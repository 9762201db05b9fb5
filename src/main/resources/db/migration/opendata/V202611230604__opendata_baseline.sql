-- What others take away of the register: when each public entry last changed, for harvesters and feeds, and which
-- entries each dump holds. No word of a contributor is kept here; words are read from the published views whenever
-- they are given away, so that what is withdrawn is gone from old dumps as well.
CREATE SCHEMA opendata;

-- Every entry that is or was public, with what of it others have to hear about when it changes.
CREATE TABLE opendata.record (
    number        bigint PRIMARY KEY,
    collection    text COLLATE "C" NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('public', 'withdrawn', 'merged', 'unpublished')),
    version       int NOT NULL,
    -- what its keeper allows, one letter for each use
    allowed       text NOT NULL,
    confirmed_at  timestamptz,
    closed_at     timestamptz,
    sets          text[] NOT NULL,
    first_at      timestamptz NOT NULL,
    -- whole seconds, as harvesters compare them
    changed_at    timestamptz NOT NULL CHECK (date_trunc('second', changed_at) = changed_at)
);
CREATE INDEX record_changed ON opendata.record (changed_at, number);
CREATE INDEX record_gone ON opendata.record (changed_at, number) WHERE kind <> 'public';
CREATE INDEX record_sets ON opendata.record USING gin (sets);

-- What is said of an entry now, and what it was said of before; `allowed` by the letters of the uses.
CREATE VIEW opendata.present AS
SELECT v.number, v.collection, 'public' AS kind, v.version,
       concat(CASE WHEN p.consent_name THEN 'n' END, CASE WHEN p.consent_files THEN 'f' END,
              CASE WHEN p.consent_quotation THEN 'q' END, CASE WHEN p.consent_translation THEN 't' END) AS allowed,
       v.confirmed_at, v.closed_at,
       ARRAY(SELECT 'collection:' || v.collection
             UNION ALL SELECT 'actionLine:' || code FROM unnest(v.action_lines) code
             UNION ALL SELECT 'sdg:' || code FROM unnest(v.sdgs) code
             UNION ALL SELECT 'region:' || code FROM unnest(v.regions) code) AS sets,
       greatest(v.published_at, v.updated_at) AS since
FROM stocktaking.published_project v JOIN stocktaking.project p ON p.number = v.number
UNION ALL
SELECT number, collection, kind, 0, '', NULL, NULL, ARRAY['collection:' || collection], at
FROM stocktaking.published_tombstone;

INSERT INTO opendata.record (number, collection, kind, version, allowed, confirmed_at, closed_at, sets, first_at, changed_at)
SELECT number, collection, kind, version, allowed, confirmed_at, closed_at, sets, since, date_trunc('second', since)
FROM opendata.present;

-- A dump: the state of the register at one moment.
CREATE TABLE opendata.edition (
    id          uuid PRIMARY KEY,
    name        text COLLATE "C" NOT NULL UNIQUE CHECK (name ~ '^\d{4}-\d{2}-\d{2}(\.\d{1,4})?$'),
    taken_at    timestamptz NOT NULL,
    entries     bigint NOT NULL,
    -- set once everything that belongs to it is listed; and once it is no longer kept
    listed_at   timestamptz,
    dropped_at  timestamptz
);

-- Which entries a dump holds, in which version, in the order of their numbers; version 0 for one that was gone.
CREATE TABLE opendata.edition_part (
    edition_id    uuid NOT NULL REFERENCES opendata.edition,
    part          int NOT NULL,
    first         bigint NOT NULL,
    last          bigint NOT NULL,
    numbers       bigint[] NOT NULL,
    versions      int[] NOT NULL,
    confirmed     timestamptz[] NOT NULL,
    closed        timestamptz[] NOT NULL,
    completeness  int[] NOT NULL,
    PRIMARY KEY (edition_id, part),
    CHECK (first <= last)
);

-- Since a dump was made, something in it was withdrawn, or is allowed no more or again: its files are made anew.
CREATE TABLE opendata.revision (
    edition_id  uuid NOT NULL REFERENCES opendata.edition,
    id          uuid NOT NULL,
    at          timestamptz NOT NULL,
    entries     int NOT NULL,
    PRIMARY KEY (edition_id, id)
);

-- What the files of a dump are, for each revision that was made.
CREATE TABLE opendata.edition_state (
    edition_id    uuid NOT NULL REFERENCES opendata.edition,
    revision      int NOT NULL CHECK (revision > 0),
    made_at       timestamptz NOT NULL,
    fingerprint   bytea NOT NULL CHECK (length(fingerprint) = 32),
    facts         jsonb NOT NULL,
    files         jsonb NOT NULL,
    ledger_entry  uuid,
    PRIMARY KEY (edition_id, revision)
);

-- Who does what is to be done once by one node, and until when others leave it alone.
CREATE TABLE opendata.duty (
    name         text PRIMARY KEY,
    holder       uuid,
    lease_until  timestamptz
);
INSERT INTO opendata.duty (name) VALUES ('edition');

CREATE VIEW opendata.published_record AS
SELECT number, collection, kind, sets, first_at, changed_at FROM opendata.record;

CREATE VIEW opendata.published_edition AS
SELECT e.id, e.name, e.taken_at, e.entries, e.dropped_at,
       1 + (SELECT count(*) FROM opendata.revision r WHERE r.edition_id = e.id)::int AS revision
FROM opendata.edition e WHERE e.listed_at IS NOT NULL;

CREATE VIEW opendata.published_edition_part AS
SELECT p.edition_id, p.part, p.numbers, p.versions, p.confirmed, p.closed, p.completeness
FROM opendata.edition_part p JOIN opendata.edition e ON e.id = p.edition_id
WHERE e.listed_at IS NOT NULL AND e.dropped_at IS NULL;

CREATE VIEW opendata.published_edition_state AS
SELECT s.edition_id, s.revision, s.made_at, s.fingerprint, s.facts, s.files
FROM opendata.edition_state s JOIN opendata.edition e ON e.id = s.edition_id WHERE e.listed_at IS NOT NULL;

GRANT USAGE ON SCHEMA opendata TO throughline_reader;
GRANT SELECT ON opendata.published_record, opendata.published_edition, opendata.published_edition_part,
    opendata.published_edition_state TO throughline_reader;
