-- What can be found, written by the modules that own it; the index is made from this and can be made again at any time.
CREATE SCHEMA search;

CREATE TABLE search.entry (
    id          uuid PRIMARY KEY,
    kind        text COLLATE "C" NOT NULL CHECK (kind <> ''),
    key         text COLLATE "C" NOT NULL CHECK (key <> ''),
    url         text NOT NULL CHECK (url LIKE '/%'),
    language    text NOT NULL,
    words       jsonb NOT NULL CHECK (jsonb_typeof(words) = 'object'),
    facets      jsonb NOT NULL CHECK (jsonb_typeof(facets) = 'object'),
    audience    text NOT NULL CHECK (audience IN ('public', 'secretariat')),
    happened_at timestamptz,
    changed_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, key),
    CHECK (words ? language)
);

CREATE VIEW search.published_entry AS
SELECT id, kind, key, url, language, words, facets, happened_at
FROM search.entry
WHERE audience = 'public';

-- One row: set when entries were written while the index could not be told of them, so that it must be made again.
CREATE TABLE search.index_state (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    stale    boolean NOT NULL
);
INSERT INTO search.index_state (stale) VALUES (false);

-- Hibernate Search 8.2: entries whose change the index has not yet taken in, and who takes them in.
CREATE TABLE search.hsearch_outbox_event (
    id           uuid PRIMARY KEY,
    entityname   text NOT NULL,
    entityid     text NOT NULL,
    entityidhash integer NOT NULL,
    payload      bytea NOT NULL,
    retries      integer NOT NULL,
    processafter timestamptz NOT NULL,
    status       text NOT NULL CHECK (status IN ('PENDING', 'ABORTED')),
    tenantid     text
);
CREATE INDEX hsearch_outbox_event_processafter ON search.hsearch_outbox_event (processafter);

CREATE TABLE search.hsearch_agent (
    id                 uuid PRIMARY KEY,
    type               text NOT NULL
        CHECK (type IN ('EVENT_PROCESSING_DYNAMIC_SHARDING', 'EVENT_PROCESSING_STATIC_SHARDING', 'MASS_INDEXING')),
    name               text NOT NULL,
    expiration         timestamptz NOT NULL,
    state              text NOT NULL CHECK (state IN ('RUNNING', 'WAITING', 'SUSPENDED')),
    totalshardcount    integer,
    assignedshardindex integer,
    payload            bytea,
    tenantid           text
);

GRANT SELECT ON search.published_entry TO throughline_reader;
GRANT USAGE ON SCHEMA search TO throughline_reader;
