-- Reports of the register: recipes in their versions, editions with the exact data they were made of, what readers
-- said about zero drafts.
CREATE SCHEMA reports;

CREATE TABLE reports.report (
    id              uuid PRIMARY KEY,
    slug            text COLLATE "C" NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
    recipe_version  int NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    created_by      uuid,
    version         int NOT NULL DEFAULT 0
);

-- What a report is about and has in it; a version never changes.
CREATE TABLE reports.recipe (
    report_id  uuid NOT NULL REFERENCES reports.report,
    version    int NOT NULL CHECK (version > 0),
    recipe     jsonb NOT NULL CHECK (jsonb_typeof(recipe) = 'object'),
    made_at    timestamptz NOT NULL,
    made_by    uuid,
    PRIMARY KEY (report_id, version)
);

-- A report as it was made once: how far the making is, what it was made of, and since when it is public.
CREATE TABLE reports.edition (
    id              uuid PRIMARY KEY,
    report_id       uuid NOT NULL,
    number          int NOT NULL CHECK (number > 0),
    stage           text NOT NULL CHECK (stage IN ('draft', 'final')),
    recipe_version  int NOT NULL,
    comments_until  timestamptz,
    -- the making
    state           text NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'failed')),
    step            text NOT NULL DEFAULT '',
    done            bigint NOT NULL DEFAULT 0,
    rows            bigint NOT NULL DEFAULT 0,
    problem         text NOT NULL DEFAULT '',
    node            text NOT NULL,
    started_by      uuid,
    started_at      timestamptz NOT NULL,
    seen_at         timestamptz NOT NULL,
    ended_at        timestamptz,
    -- what it was made of
    frozen_at       timestamptz,
    projects        int NOT NULL DEFAULT 0,
    register        int NOT NULL DEFAULT 0,
    figures         jsonb,
    claims          jsonb,
    -- which projects the chapters of the action lines tell about
    digests         jsonb,
    entries_hash    bytea CHECK (length(entries_hash) = 32),
    hash            bytea CHECK (length(hash) = 32),
    -- what became of it
    published_at    timestamptz,
    ledger_entry    uuid,
    discarded_at    timestamptz,
    version         int NOT NULL DEFAULT 0,
    FOREIGN KEY (report_id, recipe_version) REFERENCES reports.recipe (report_id, version),
    CHECK ((frozen_at IS NULL) = (hash IS NULL)),
    CHECK (published_at IS NULL OR (state = 'done' AND hash IS NOT NULL AND ledger_entry IS NOT NULL AND discarded_at IS NULL)),
    CHECK ((stage = 'draft') = (comments_until IS NOT NULL))
);
CREATE UNIQUE INDEX edition_number ON reports.edition (report_id, number) WHERE discarded_at IS NULL;

-- The projects of an edition in the state in which the public saw them, with the hash of exactly that.
CREATE TABLE reports.edition_project (
    edition_id  uuid NOT NULL REFERENCES reports.edition,
    number      bigint NOT NULL,
    version     int NOT NULL,
    data        jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
    hash        bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (edition_id, number)
);
CREATE INDEX edition_project_number ON reports.edition_project (number);

-- What somebody said about a zero draft; the address is the secretariat's, the name only with consent everybody's.
CREATE TABLE reports.comment (
    id            uuid PRIMARY KEY,
    edition_id    uuid NOT NULL REFERENCES reports.edition,
    number        int NOT NULL CHECK (number > 0),
    paragraph     int CHECK (paragraph > 0),
    text          text NOT NULL CHECK (text <> ''),
    language      text NOT NULL,
    name          text NOT NULL,
    organisation  text NOT NULL,
    email         text NOT NULL,
    name_shown    boolean NOT NULL,
    received_at   timestamptz NOT NULL,
    shown_at      timestamptz,
    declined_at   timestamptz,
    reason        text NOT NULL DEFAULT '',
    reply         text NOT NULL DEFAULT '',
    reply_language text NOT NULL DEFAULT '',
    version       int NOT NULL DEFAULT 0,
    UNIQUE (edition_id, number),
    CHECK (shown_at IS NULL OR declined_at IS NULL)
);

CREATE VIEW reports.published_edition AS
SELECT e.id, r.slug, e.number, e.stage, e.comments_until, e.recipe_version, k.recipe, e.frozen_at, e.projects, e.register,
       e.figures, e.claims, e.digests, e.entries_hash, e.hash, e.published_at,
       e.number = max(e.number) OVER (PARTITION BY e.report_id) AS newest
FROM reports.edition e
JOIN reports.report r ON r.id = e.report_id
JOIN reports.recipe k ON k.report_id = e.report_id AND k.version = e.recipe_version
WHERE e.published_at IS NOT NULL;

-- What may be shown today of what an edition was made of: nothing of an entry that is no longer public, no quoted
-- words and no name that its keeper has taken back. `whole` says that nothing was taken away, so that the hash can be
-- computed again.
CREATE VIEW reports.edition_line AS
SELECT x.edition_id, x.number, x.version, x.hash,
       CASE WHEN p.number IS NOT NULL THEN
           x.data - CASE WHEN p.quotable THEN ARRAY[]::text[] ELSE ARRAY['summary', 'results'] END
                  - CASE WHEN p.entity_name <> '' THEN ARRAY[]::text[] ELSE ARRAY['entityName', 'website'] END
       END AS data,
       p.number IS NOT NULL
           AND (p.quotable OR NOT (jsonb_exists(x.data, 'summary') OR jsonb_exists(x.data, 'results')))
           AND (p.entity_name <> '' OR NOT (jsonb_exists(x.data, 'entityName') OR jsonb_exists(x.data, 'website'))) AS whole,
       CASE WHEN p.number IS NULL THEN coalesce(t.kind, 'unpublished') END AS gone,
       t.merged_into
FROM reports.edition_project x
LEFT JOIN stocktaking.published_project p ON p.number = x.number
LEFT JOIN stocktaking.published_tombstone t ON t.number = x.number;

CREATE VIEW reports.published_line AS
SELECT l.* FROM reports.edition_line l JOIN reports.edition e ON e.id = l.edition_id WHERE e.published_at IS NOT NULL;

CREATE VIEW reports.published_comment AS
SELECT c.edition_id, c.number, c.paragraph, c.text, c.language, c.received_at, c.reply, c.reply_language,
       CASE WHEN c.name_shown THEN c.name ELSE '' END AS name,
       CASE WHEN c.name_shown THEN c.organisation ELSE '' END AS organisation
FROM reports.comment c JOIN reports.edition e ON e.id = c.edition_id
WHERE c.shown_at IS NOT NULL AND e.published_at IS NOT NULL;

GRANT USAGE ON SCHEMA reports TO throughline_reader;
GRANT SELECT ON reports.published_edition, reports.published_line, reports.published_comment TO throughline_reader;
