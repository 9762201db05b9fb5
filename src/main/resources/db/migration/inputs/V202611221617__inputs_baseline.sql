-- Inputs as they came in, revision by revision; what their owners consented to; what became public of them.
CREATE SCHEMA inputs;

CREATE TABLE inputs.counter (
    call_id  uuid PRIMARY KEY REFERENCES calls.call,
    last     int NOT NULL
);

CREATE TABLE inputs.input (
    id                   uuid PRIMARY KEY,
    call_id              uuid NOT NULL REFERENCES calls.call,
    number               int NOT NULL CHECK (number > 0),
    origin               text NOT NULL CHECK (origin IN ('form', 'api', 'import', 'paper')),
    owner                uuid,
    import_key           text,
    idempotency_key      text,
    received_at          timestamptz NOT NULL,
    revision             int NOT NULL DEFAULT 1,
    -- who speaks
    language             text NOT NULL,
    behalf               text NOT NULL CHECK (behalf IN ('self', 'organisation', 'group')),
    organisation         text NOT NULL DEFAULT '',
    respondent           text NOT NULL DEFAULT '',
    email                text NOT NULL DEFAULT '',
    stakeholder_type     text NOT NULL,
    country              text,
    region               text NOT NULL,
    scope                text NOT NULL CHECK (scope IN ('national', 'regional', 'global')),
    -- what may be done with it
    consent_name         boolean NOT NULL,
    consent_text         boolean NOT NULL,
    consent_files        boolean NOT NULL,
    consent_quotation    boolean NOT NULL,
    consent_translation  boolean NOT NULL,
    -- what became of it
    checked_at           timestamptz,
    first_published_at   timestamptz,
    published_at         timestamptz,
    withheld_reason      text,
    duplicate_of         uuid REFERENCES inputs.input,
    withdrawn_at         timestamptz,
    version              int NOT NULL DEFAULT 0,
    UNIQUE (call_id, number),
    CHECK (published_at IS NULL OR (withdrawn_at IS NULL AND duplicate_of IS NULL AND consent_text)),
    CHECK (duplicate_of IS DISTINCT FROM id)
);
CREATE UNIQUE INDEX input_import_key ON inputs.input (call_id, import_key) WHERE import_key IS NOT NULL;
CREATE UNIQUE INDEX input_idempotency_key ON inputs.input (owner, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX input_of_owner ON inputs.input (owner) WHERE owner IS NOT NULL;
CREATE INDEX input_public ON inputs.input (call_id, number) WHERE published_at IS NOT NULL;

-- Each time an input was sent or replaced: exactly what was received, and its place in the ledger.
CREATE TABLE inputs.revision (
    id                     uuid PRIMARY KEY,
    input_id               uuid NOT NULL REFERENCES inputs.input,
    number                 int NOT NULL,
    received_at            timestamptz NOT NULL,
    questionnaire_version  int NOT NULL,
    content                jsonb NOT NULL,
    salt                   bytea NOT NULL CHECK (length(salt) = 32),
    hash                   bytea NOT NULL CHECK (length(hash) = 32),
    ledger_entry           uuid NOT NULL,
    UNIQUE (input_id, number)
);

CREATE TABLE inputs.answer (
    id           uuid PRIMARY KEY,
    input_id     uuid NOT NULL REFERENCES inputs.input,
    revision     int NOT NULL,
    question     text NOT NULL,
    position     int NOT NULL,
    kind         text NOT NULL,
    value        jsonb NOT NULL,
    text         text NOT NULL,
    text_hash    bytea NOT NULL,
    UNIQUE (input_id, revision, question)
);

CREATE TABLE inputs.attachment (
    id        uuid PRIMARY KEY,
    input_id  uuid NOT NULL REFERENCES inputs.input,
    revision  int NOT NULL,
    question  text NOT NULL,
    position  int NOT NULL,
    file_id   uuid NOT NULL,
    title     text NOT NULL
);
CREATE INDEX attachment_of_input ON inputs.attachment (input_id, revision);

CREATE TABLE inputs.endorser (
    id                uuid PRIMARY KEY,
    input_id          uuid NOT NULL REFERENCES inputs.input,
    position          int NOT NULL,
    organisation      text NOT NULL,
    name              text NOT NULL DEFAULT '',
    email             text NOT NULL DEFAULT '',
    country           text,
    stakeholder_type  text NOT NULL DEFAULT 'OTH',
    token_hash        bytea,
    asked_at          timestamptz,
    confirmed_at      timestamptz,
    declined_at       timestamptz
);
CREATE INDEX endorser_of_input ON inputs.endorser (input_id, position);
CREATE UNIQUE INDEX endorser_token ON inputs.endorser (token_hash) WHERE token_hash IS NOT NULL;

-- The history of consent: one row per use and change. The input holds what is in force.
CREATE TABLE inputs.consent_event (
    id        uuid PRIMARY KEY,
    input_id  uuid NOT NULL REFERENCES inputs.input,
    usage     text NOT NULL CHECK (usage IN ('name', 'text', 'files', 'quotation', 'translation')),
    allowed   boolean NOT NULL,
    at        timestamptz NOT NULL,
    actor     text NOT NULL
);
CREATE INDEX consent_of_input ON inputs.consent_event (input_id, at);

CREATE TABLE inputs.draft (
    id                     uuid PRIMARY KEY,
    call_id                uuid NOT NULL REFERENCES calls.call,
    owner                  uuid NOT NULL,
    replaces               uuid REFERENCES inputs.input,
    questionnaire_version  int NOT NULL,
    content                jsonb NOT NULL,
    resume_code            text NOT NULL UNIQUE,
    created_at             timestamptz NOT NULL,
    updated_at             timestamptz NOT NULL,
    sent_input             uuid REFERENCES inputs.input,
    version                int NOT NULL DEFAULT 0
);
CREATE INDEX draft_of_owner ON inputs.draft (owner, call_id);
CREATE INDEX draft_of_call ON inputs.draft (call_id) WHERE sent_input IS NULL;

CREATE TABLE inputs.draft_file (
    id        uuid PRIMARY KEY,
    draft_id  uuid NOT NULL REFERENCES inputs.draft ON DELETE CASCADE,
    question  text NOT NULL,
    file_id   uuid NOT NULL,
    title     text NOT NULL,
    added_at  timestamptz NOT NULL
);

-- The consent and publication rules, written once. Nothing else reaches a public surface.
CREATE VIEW inputs.published_input AS
    SELECT i.id, i.call_id, i.number, i.revision, i.language, i.behalf,
           CASE WHEN i.consent_name AND i.behalf <> 'self' THEN i.organisation ELSE '' END AS organisation,
           CASE WHEN i.consent_name AND i.behalf = 'self' THEN i.respondent ELSE '' END AS respondent,
           i.consent_name AS named, i.stakeholder_type, i.country, i.region, i.scope,
           i.received_at, i.published_at,
           i.consent_quotation AS quotable, i.consent_translation AS translatable, i.consent_files AS files_public
    FROM inputs.input i
    WHERE i.published_at IS NOT NULL AND i.withdrawn_at IS NULL AND i.duplicate_of IS NULL AND i.consent_text;

CREATE VIEW inputs.published_answer AS
    SELECT a.id, a.input_id, p.call_id, a.question, a.position, a.kind, a.value, a.text, a.text_hash
    FROM inputs.answer a JOIN inputs.published_input p ON p.id = a.input_id AND p.revision = a.revision;

CREATE VIEW inputs.published_attachment AS
    SELECT t.id, t.input_id, t.question, t.position, t.title, t.file_id
    FROM inputs.attachment t JOIN inputs.published_input p ON p.id = t.input_id AND p.revision = t.revision
    WHERE p.files_public;

CREATE VIEW inputs.published_endorser AS
    SELECT e.id, e.input_id, e.position, e.organisation, e.country, e.stakeholder_type
    FROM inputs.endorser e JOIN inputs.published_input p ON p.id = e.input_id
    WHERE p.named AND e.confirmed_at IS NOT NULL;

-- Every input is counted, whatever became of it. Country and language are counted for published ones only (there the
-- numbers are small enough to point at somebody).
CREATE VIEW inputs.published_tally AS
    SELECT i.call_id,
           CASE WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn'
                WHEN i.duplicate_of IS NOT NULL THEN 'duplicate'
                WHEN i.published_at IS NOT NULL AND i.consent_text THEN 'published'
                ELSE 'unpublished' END AS state,
           i.stakeholder_type, i.region, count(*) AS inputs
    FROM inputs.input i GROUP BY 1, 2, 3, 4;

-- What was public once and was withdrawn says so for ever; what never was public does not exist for the public.
CREATE VIEW inputs.published_tombstone AS
    SELECT i.call_id, i.number,
           coalesce(i.withdrawn_at, i.first_published_at) AS gone_at,
           CASE WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn'
                WHEN i.duplicate_of IS NOT NULL THEN 'duplicate' ELSE 'unpublished' END AS state
    FROM inputs.input i
    WHERE i.first_published_at IS NOT NULL AND i.published_at IS NULL;

GRANT USAGE ON SCHEMA inputs TO throughline_reader;
GRANT SELECT ON inputs.published_input, inputs.published_answer, inputs.published_attachment, inputs.published_endorser,
    inputs.published_tally, inputs.published_tombstone TO throughline_reader;

-- Numbers are given outside of the caller's transaction, so that senders do not wait for each other's commit. The row
-- need not reach the disk by itself: the commit of the input that carries the number writes the log up to here.
CREATE FUNCTION inputs.next_number(of_call uuid) RETURNS int LANGUAGE plpgsql AS $$
DECLARE n int;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO inputs.counter (call_id, last) VALUES (of_call, 1)
    ON CONFLICT (call_id) DO UPDATE SET last = inputs.counter.last + 1 RETURNING last INTO n;
    RETURN n;
END $$;
