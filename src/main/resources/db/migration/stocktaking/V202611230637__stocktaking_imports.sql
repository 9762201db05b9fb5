-- Files of projects that are brought in, and what each of them did to which project, so that it can be undone.
CREATE TABLE stocktaking.import_job (
    id                uuid PRIMARY KEY,
    collection_id     uuid NOT NULL REFERENCES stocktaking.collection,
    -- the import whose effects this one takes back
    undoes            uuid REFERENCES stocktaking.import_job,
    file_name         text NOT NULL,
    stored            text NOT NULL,
    mapping           text NOT NULL,
    dry_run           boolean NOT NULL,
    publish           boolean NOT NULL,
    consent_basis     text NOT NULL,
    state             text NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'failed')),
    node              text NOT NULL,
    started_by        uuid,
    started_at        timestamptz NOT NULL,
    seen_at           timestamptz NOT NULL,
    ended_at          timestamptz,
    rows              bigint NOT NULL DEFAULT 0,
    done              bigint NOT NULL DEFAULT 0,
    taken             bigint NOT NULL DEFAULT 0,
    changed           bigint NOT NULL DEFAULT 0,
    already           bigint NOT NULL DEFAULT 0,
    refused           bigint NOT NULL DEFAULT 0,
    repaired          bigint NOT NULL DEFAULT 0,
    unclear           bigint NOT NULL DEFAULT 0,
    encoding          text NOT NULL DEFAULT '',
    encoding_guessed  boolean NOT NULL DEFAULT false,
    preview           jsonb,
    reason            jsonb,
    CHECK (undoes IS NULL OR NOT dry_run),
    CHECK (NOT publish OR consent_basis <> '')
);
CREATE INDEX import_job_of_collection ON stocktaking.import_job (collection_id, started_at);

CREATE TABLE stocktaking.import_row (
    job_id       uuid NOT NULL REFERENCES stocktaking.import_job,
    project_id   uuid NOT NULL REFERENCES stocktaking.project,
    source_row   bigint NOT NULL,
    -- whether the project came with it or was there before, and the revision it made
    act          text NOT NULL CHECK (act IN ('taken', 'changed')),
    revision     int NOT NULL,
    -- of what the row said, so that the same file again changes nothing
    fingerprint  bytea NOT NULL CHECK (length(fingerprint) = 32),
    -- what the source says in other languages, and such; published nowhere
    aside        jsonb,
    undone       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (job_id, project_id)
);
CREATE INDEX import_row_of_project ON stocktaking.import_row (project_id, job_id);
