-- The addresses that entries give, whether they answer, and since when they do not. A link is known by the hash of its
-- address, because addresses can be longer than an index takes.
CREATE TABLE stocktaking.link (
    hash           bytea PRIMARY KEY CHECK (length(hash) = 32),
    url            text NOT NULL,
    host           text NOT NULL,
    first_seen_at  timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    checked_at     timestamptz,
    worked_at      timestamptz,
    outcome        text NOT NULL DEFAULT '',
    status         int NOT NULL DEFAULT 0,
    failures       int NOT NULL DEFAULT 0,
    failing_since  timestamptz,
    dead_since     timestamptz,
    moved_to       text
);
CREATE INDEX link_due ON stocktaking.link (due_at);
CREATE INDEX link_dead ON stocktaking.link (dead_since) WHERE dead_since IS NOT NULL;

-- Every answer, as long as it differs from the one before; the last of the same kind is in the link itself.
CREATE TABLE stocktaking.link_answer (
    hash     bytea NOT NULL REFERENCES stocktaking.link ON DELETE CASCADE,
    at       timestamptz NOT NULL,
    outcome  text NOT NULL,
    status   int NOT NULL,
    PRIMARY KEY (hash, at)
);

-- Which entry gives which address where, in its newest or its public state.
CREATE TABLE stocktaking.link_of (
    project_id  uuid NOT NULL REFERENCES stocktaking.project,
    hash        bytea NOT NULL REFERENCES stocktaking.link,
    field       text NOT NULL,
    PRIMARY KEY (project_id, hash, field)
);
CREATE INDEX link_of_hash ON stocktaking.link_of (hash);

-- Up to which state the addresses of an entry were read.
CREATE TABLE stocktaking.link_read (
    project_id  uuid PRIMARY KEY REFERENCES stocktaking.project,
    revision    int NOT NULL,
    public      int NOT NULL
);

-- Who checks, one node at a time, and whether somebody told it to rest.
CREATE TABLE stocktaking.link_watch (
    id           boolean PRIMARY KEY DEFAULT true CHECK (id),
    node         text NOT NULL DEFAULT '',
    lease_until  timestamptz,
    resting      boolean NOT NULL DEFAULT false,
    begun_at     timestamptz,
    checked      bigint NOT NULL DEFAULT 0
);
INSERT INTO stocktaking.link_watch DEFAULT VALUES;

-- What readers of an entry may know of its links: those it shows.
CREATE VIEW stocktaking.published_link AS
SELECT p.number, l.url, l.dead_since, l.checked_at, l.worked_at, l.moved_to
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.public_revision
JOIN stocktaking.link_of o ON o.project_id = p.id
JOIN stocktaking.link l ON l.hash = o.hash
WHERE p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL AND p.consent_text AND p.consent_name
  AND c.published_at IS NOT NULL AND l.checked_at IS NOT NULL
  AND (r.answers ->> o.field = l.url OR r.answers -> o.field @> to_jsonb(ARRAY[l.url]));
GRANT SELECT ON stocktaking.published_link TO throughline_reader;
