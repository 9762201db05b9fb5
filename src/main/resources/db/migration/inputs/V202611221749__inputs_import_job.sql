-- Imports that the server does by itself, so that their progress can be looked at from anywhere.
CREATE TABLE inputs.import_job (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES calls.call,
    file_name   text NOT NULL,
    dry_run     boolean NOT NULL,
    state       text NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'failed')),
    rows        bigint NOT NULL DEFAULT 0,
    done        bigint NOT NULL DEFAULT 0,
    inputs      bigint NOT NULL DEFAULT 0,
    already     bigint NOT NULL DEFAULT 0,
    refused     bigint NOT NULL DEFAULT 0,
    repaired    bigint NOT NULL DEFAULT 0,
    problem     text NOT NULL DEFAULT '',
    started_by  text NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz
);
