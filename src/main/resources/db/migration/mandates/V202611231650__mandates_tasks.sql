-- What a revision asks for, paragraph by paragraph, of whom and until when; what shows that it was done; and what readers
-- say about it, which the public sees once the secretariat has read it. How far a task has come is computed from its
-- evidence and never stored.
CREATE TABLE mandates.actor (
    code      text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    name      jsonb NOT NULL,
    position  int NOT NULL
);

CREATE TABLE mandates.task (
    id            uuid PRIMARY KEY,
    instrument_id uuid NOT NULL REFERENCES mandates.instrument,
    revision_id   uuid NOT NULL REFERENCES mandates.revision,
    -- Permanent: people cite it.
    number        int NOT NULL CHECK (number > 0),
    -- Empty where the source names none, and so are the verb and the date.
    paragraph     text NOT NULL,
    words         jsonb NOT NULL,
    note          jsonb NOT NULL,
    verb          text NOT NULL CHECK (verb IN ('', 'request', 'invite', 'encourage', 'decide')),
    action_lines  text[] NOT NULL,
    sdgs          text[] NOT NULL,
    gdc           text[] NOT NULL,
    due           text NOT NULL CHECK (due ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    due_words     jsonb NOT NULL,
    certainty     text NOT NULL CHECK (certainty IN ('confirmed', 'unverified')),
    source        text NOT NULL CHECK (source <> ''),
    source_url    text NOT NULL,
    added_at      timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    version       int NOT NULL DEFAULT 1,
    UNIQUE (instrument_id, number)
);

CREATE TABLE mandates.task_actor (
    task_id   uuid NOT NULL REFERENCES mandates.task,
    actor     text NOT NULL REFERENCES mandates.actor,
    role      text NOT NULL CHECK (role IN ('responsible', 'invited')),
    position  int NOT NULL,
    PRIMARY KEY (task_id, actor)
);

CREATE TABLE mandates.evidence (
    id          uuid PRIMARY KEY,
    task_id     uuid NOT NULL REFERENCES mandates.task,
    kind        text NOT NULL CHECK (kind IN ('plan', 'report', 'result')),
    thing       text NOT NULL CHECK (thing IN ('document', 'call', 'project', 'session', 'milestone', 'report', 'indicator')),
    title       text NOT NULL CHECK (title <> ''),
    language    text NOT NULL,
    -- An address here, without the language, or elsewhere.
    url         text NOT NULL CHECK (url ~ '^(/[^/]|https?://)'),
    happened    text NOT NULL CHECK (happened ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    source      text NOT NULL CHECK (source <> ''),
    source_url  text NOT NULL,
    added_at    timestamptz NOT NULL,
    UNIQUE (task_id, kind, url)
);

CREATE TABLE mandates.remark (
    id           uuid PRIMARY KEY,
    task_id      uuid NOT NULL REFERENCES mandates.task,
    number       int NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('contest', 'comment')),
    -- What the status was when it was contested; empty for a comment.
    status       text NOT NULL,
    text         text NOT NULL CHECK (text <> ''),
    language     text NOT NULL,
    person       uuid,
    name         text NOT NULL,
    name_shown   boolean NOT NULL,
    received_at  timestamptz NOT NULL,
    shown_at     timestamptz,
    declined_at  timestamptz,
    reason       text NOT NULL DEFAULT '',
    version      int NOT NULL DEFAULT 1,
    UNIQUE (task_id, number),
    CHECK (shown_at IS NULL OR declined_at IS NULL),
    CHECK ((declined_at IS NULL) = (reason = ''))
);
CREATE INDEX remark_waiting ON mandates.remark (received_at) WHERE shown_at IS NULL AND declined_at IS NULL;

CREATE VIEW mandates.published_actor AS SELECT code, name, position FROM mandates.actor;
CREATE VIEW mandates.published_task AS
    SELECT id, instrument_id, revision_id, number, paragraph, words, note, verb, action_lines, sdgs, gdc, due, due_words,
        certainty, source, source_url, added_at, changed_at FROM mandates.task;
CREATE VIEW mandates.published_task_actor AS SELECT task_id, actor, role, position FROM mandates.task_actor;
CREATE VIEW mandates.published_evidence AS
    SELECT id, task_id, kind, thing, title, language, url, happened, source, source_url, added_at FROM mandates.evidence;
CREATE VIEW mandates.published_remark AS
    SELECT task_id, number, kind, status, text, language, CASE WHEN name_shown THEN name ELSE '' END AS name, received_at
    FROM mandates.remark WHERE shown_at IS NOT NULL;
GRANT SELECT ON mandates.published_actor, mandates.published_task, mandates.published_task_actor,
    mandates.published_evidence, mandates.published_remark TO throughline_reader;
