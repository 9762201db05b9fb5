-- Calls for inputs, their questionnaires by version, and every extension of a deadline with its reason.
CREATE SCHEMA calls;

CREATE TABLE calls.call (
    id                  uuid PRIMARY KEY,
    slug                text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
    review_id           uuid REFERENCES reviews.review,
    title               jsonb NOT NULL,
    purpose             jsonb NOT NULL,
    body                jsonb NOT NULL,
    mandate_instrument  text NOT NULL DEFAULT '',
    mandate_paragraph   text NOT NULL DEFAULT '',
    mandate_url         text NOT NULL DEFAULT '' CHECK (mandate_url = '' OR mandate_url ~ '^https?://'),
    opens_at            timestamptz NOT NULL,
    first_closes_at     timestamptz NOT NULL,
    closes_at           timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    published_at        timestamptz,
    closed_at           timestamptz,
    version             int NOT NULL DEFAULT 0,
    CHECK (first_closes_at > opens_at),
    CHECK (closes_at >= first_closes_at)
);

CREATE TABLE calls.extension (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES calls.call,
    decided_at  timestamptz NOT NULL,
    old_end     timestamptz NOT NULL,
    new_end     timestamptz NOT NULL CHECK (new_end > old_end),
    reason      jsonb NOT NULL
);
CREATE INDEX extension_of_call ON calls.extension (call_id, decided_at);

-- A version that was published is never changed: a change makes the next version.
CREATE TABLE calls.questionnaire (
    call_id       uuid NOT NULL REFERENCES calls.call,
    version       int NOT NULL CHECK (version > 0),
    definition    jsonb NOT NULL,
    created_at    timestamptz NOT NULL,
    published_at  timestamptz,
    PRIMARY KEY (call_id, version)
);

CREATE VIEW calls.published_call AS
    SELECT id, slug, review_id, title, purpose, body, mandate_instrument, mandate_paragraph, mandate_url,
           opens_at, first_closes_at, closes_at, published_at, closed_at
    FROM calls.call WHERE published_at IS NOT NULL;
CREATE VIEW calls.published_extension AS
    SELECT e.id, e.call_id, e.decided_at, e.old_end, e.new_end, e.reason
    FROM calls.extension e JOIN calls.call c ON c.id = e.call_id WHERE c.published_at IS NOT NULL;
CREATE VIEW calls.published_questionnaire AS
    SELECT q.call_id, q.version, q.definition, q.published_at
    FROM calls.questionnaire q JOIN calls.call c ON c.id = q.call_id
    WHERE c.published_at IS NOT NULL AND q.published_at IS NOT NULL;
GRANT USAGE ON SCHEMA calls TO throughline_reader;
GRANT SELECT ON calls.published_call, calls.published_extension, calls.published_questionnaire TO throughline_reader;
