-- Registers of projects: collections with their forms, projects with every revision, who keeps them, what of them
-- is public.
CREATE SCHEMA stocktaking;

-- A register hosted here: that of the WSIS process, and others beside it.
CREATE TABLE stocktaking.collection (
    id            uuid PRIMARY KEY,
    slug          text COLLATE "C" NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name          jsonb NOT NULL,
    purpose       jsonb NOT NULL,
    form_version  int NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL,
    published_at  timestamptz,
    version       int NOT NULL DEFAULT 0
);

-- The form of a collection; a version, once used, never changes.
CREATE TABLE stocktaking.form (
    collection_id  uuid NOT NULL REFERENCES stocktaking.collection,
    version        int NOT NULL CHECK (version > 0),
    definition     jsonb NOT NULL CHECK (jsonb_typeof(definition) = 'object'),
    made_at        timestamptz NOT NULL,
    PRIMARY KEY (collection_id, version)
);

-- One series over all collections, so that /stocktaking/{n} is an address for ever.
CREATE SEQUENCE stocktaking.project_number AS bigint;

CREATE TABLE stocktaking.project (
    id                   uuid PRIMARY KEY,
    collection_id        uuid NOT NULL REFERENCES stocktaking.collection,
    number               bigint NOT NULL UNIQUE CHECK (number > 0),
    origin               text NOT NULL CHECK (origin IN ('form', 'api', 'import', 'paper')),
    -- names the row of a source, so that importing again does not double it
    source_key           text,
    idempotency_key      text,
    brought_in_by        uuid,
    received_at          timestamptz NOT NULL,
    -- the newest revision, and the one the public sees
    revision             int NOT NULL DEFAULT 1,
    public_revision      int,
    -- what may be done with it
    consent_name         boolean NOT NULL,
    consent_text         boolean NOT NULL,
    consent_files        boolean NOT NULL,
    consent_quotation    boolean NOT NULL,
    consent_translation  boolean NOT NULL,
    -- what became of it
    first_published_at   timestamptz,
    published_at         timestamptz,
    asked_back_at        timestamptz,
    declined_at          timestamptz,
    note                 text NOT NULL DEFAULT '',
    confirmed_at         timestamptz NOT NULL,
    closed_at            timestamptz,
    withdrawn_at         timestamptz,
    merged_into          uuid REFERENCES stocktaking.project,
    merged_at            timestamptz,
    unpublished_at       timestamptz,
    version              int NOT NULL DEFAULT 0,
    CHECK (published_at IS NULL OR (public_revision IS NOT NULL AND consent_text AND withdrawn_at IS NULL
        AND merged_into IS NULL AND declined_at IS NULL)),
    CHECK ((merged_into IS NULL) = (merged_at IS NULL)),
    CHECK (merged_into IS DISTINCT FROM id)
);
CREATE UNIQUE INDEX project_source_key ON stocktaking.project (collection_id, source_key) WHERE source_key IS NOT NULL;
CREATE UNIQUE INDEX project_idempotency_key ON stocktaking.project (brought_in_by, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
CREATE INDEX project_merged_into ON stocktaking.project (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX project_to_decide ON stocktaking.project (collection_id, received_at)
    WHERE withdrawn_at IS NULL AND merged_into IS NULL AND declined_at IS NULL;

-- Every state a project was sent in: the answers by field code, those that are nobody's business apart, and beside
-- them what lists and counts go by.
CREATE TABLE stocktaking.revision (
    project_id       uuid NOT NULL REFERENCES stocktaking.project,
    number           int NOT NULL CHECK (number > 0),
    received_at      timestamptz NOT NULL,
    person           uuid,
    form_version     int NOT NULL,
    language         text NOT NULL,
    answers          jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
    private_answers  jsonb NOT NULL CHECK (jsonb_typeof(private_answers) = 'object'),
    title            text NOT NULL CHECK (title <> ''),
    summary          text NOT NULL,
    activity_type    text NOT NULL,
    status           text NOT NULL,
    coverage         text NOT NULL,
    starts_on        date,
    ends_on          date,
    ongoing          boolean NOT NULL,
    action_lines     text[] NOT NULL,
    sdgs             text[] NOT NULL,
    gdc              text[] NOT NULL,
    countries        text[] NOT NULL,
    regions          text[] NOT NULL,
    beneficiaries    text[] NOT NULL,
    entity_name      text NOT NULL,
    entity_type      text NOT NULL,
    entity_country   text NOT NULL,
    website          text NOT NULL,
    completeness     int NOT NULL CHECK (completeness BETWEEN 0 AND 100),
    salt             bytea NOT NULL CHECK (length(salt) = 32),
    hash             bytea NOT NULL CHECK (length(hash) = 32),
    ledger_entry     uuid NOT NULL,
    first_public_at  timestamptz,
    PRIMARY KEY (project_id, number)
);
ALTER TABLE stocktaking.project ADD CONSTRAINT project_public_revision
    FOREIGN KEY (id, public_revision) REFERENCES stocktaking.revision (project_id, number) DEFERRABLE INITIALLY DEFERRED;

-- Who looks after an entry.
CREATE TABLE stocktaking.keeper (
    project_id  uuid NOT NULL REFERENCES stocktaking.project,
    person      uuid NOT NULL,
    role        text NOT NULL CHECK (role IN ('owner', 'nominator', 'keeper')),
    since       timestamptz NOT NULL,
    PRIMARY KEY (project_id, person)
);
CREATE INDEX keeper_person ON stocktaking.keeper (person);

-- Pictures and documents of a revision.
CREATE TABLE stocktaking.attachment (
    id           uuid PRIMARY KEY,
    project_id   uuid NOT NULL,
    revision     int NOT NULL,
    position     int NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('picture', 'logo', 'document')),
    file_id      uuid NOT NULL,
    title        text NOT NULL,
    alternative  text NOT NULL CHECK (kind = 'document' OR alternative <> ''),
    FOREIGN KEY (project_id, revision) REFERENCES stocktaking.revision (project_id, number)
);
CREATE INDEX attachment_of_project ON stocktaking.attachment (project_id, revision, position);

CREATE TABLE stocktaking.consent_event (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL REFERENCES stocktaking.project,
    usage       text NOT NULL CHECK (usage IN ('name', 'text', 'files', 'quotation', 'translation')),
    allowed     boolean NOT NULL,
    at          timestamptz NOT NULL,
    person      uuid
);
CREATE INDEX consent_of_project ON stocktaking.consent_event (project_id, at);

CREATE VIEW stocktaking.published_collection AS
SELECT slug, name, purpose, form_version, published_at FROM stocktaking.collection WHERE published_at IS NOT NULL;

CREATE VIEW stocktaking.published_form AS
SELECT c.slug AS collection, f.version, f.definition
FROM stocktaking.form f JOIN stocktaking.collection c ON c.id = f.collection_id
WHERE c.published_at IS NOT NULL;

CREATE VIEW stocktaking.published_project AS
SELECT p.number, c.slug AS collection, r.title, r.summary, r.language, r.activity_type, r.status, r.coverage, r.starts_on,
       r.ends_on, r.ongoing, r.action_lines, r.sdgs, r.gdc, r.countries, r.regions, r.beneficiaries,
       CASE WHEN p.consent_name THEN r.entity_name ELSE '' END AS entity_name, r.entity_type, r.entity_country,
       CASE WHEN p.consent_name THEN r.website ELSE '' END AS website,
       CASE WHEN p.consent_name THEN r.answers
            ELSE r.answers - ARRAY['entityName', 'entityWebsite', 'website', 'partners', 'partnerships', 'videoLinks'] END AS answers,
       r.form_version, p.public_revision AS version, r.completeness, p.consent_quotation AS quotable,
       p.consent_translation AS translatable, p.received_at, p.published_at, r.first_public_at AS updated_at,
       p.confirmed_at, p.closed_at
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.public_revision
WHERE p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL AND p.consent_text
  AND c.published_at IS NOT NULL;

-- Every state that was public once, of projects that are public now.
CREATE VIEW stocktaking.published_version AS
SELECT p.number, r.number AS version, r.title, r.language,
       CASE WHEN p.consent_name THEN r.answers
            ELSE r.answers - ARRAY['entityName', 'entityWebsite', 'website', 'partners', 'partnerships', 'videoLinks'] END AS answers,
       r.form_version, r.first_public_at AS published_at
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.revision r ON r.project_id = p.id
WHERE r.first_public_at IS NOT NULL AND p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL
  AND p.consent_text AND c.published_at IS NOT NULL;

CREATE VIEW stocktaking.published_attachment AS
SELECT p.number, a.id, a.position, a.kind, a.file_id, a.title, a.alternative
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.attachment a ON a.project_id = p.id AND a.revision = p.public_revision
WHERE p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL AND p.consent_text AND p.consent_files
  AND c.published_at IS NOT NULL;

-- What is left of a project that was public once: that it was there, and where to look instead.
CREATE VIEW stocktaking.published_tombstone AS
SELECT p.number, c.slug AS collection,
       CASE WHEN p.merged_into IS NOT NULL THEN 'merged' WHEN p.withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'unpublished' END AS kind,
       coalesce(p.merged_at, p.withdrawn_at, p.unpublished_at, p.first_published_at) AS at,
       CASE WHEN into_p.published_at IS NOT NULL THEN into_p.number END AS merged_into
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
LEFT JOIN stocktaking.project into_p ON into_p.id = p.merged_into
WHERE p.first_published_at IS NOT NULL AND p.published_at IS NULL AND c.published_at IS NOT NULL;

GRANT USAGE ON SCHEMA stocktaking TO throughline_reader;
GRANT SELECT ON stocktaking.published_collection, stocktaking.published_form, stocktaking.published_project,
    stocktaking.published_version, stocktaking.published_attachment, stocktaking.published_tombstone TO throughline_reader;
