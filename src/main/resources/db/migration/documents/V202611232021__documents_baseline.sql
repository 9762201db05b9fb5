-- Numbered documents of bodies that meet: series with the pattern of their symbols, the works with their symbols in parts
-- and as they were written, each work's expressions in up to six languages, and the files that belong to them. A revision,
-- addendum or corrigendum is a row of its own that says what it changes. A symbol is given once and never again.
CREATE SCHEMA documents;

CREATE TABLE documents.series (
    code        text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
    -- Of the group whose meetings the documents are for; empty where its meetings are not kept here.
    group_code  text NOT NULL,
    prefix      text NOT NULL CHECK (prefix <> ''),
    pattern     text NOT NULL CHECK (pattern LIKE '%{prefix}%{meeting}%{serial}%'),
    name        jsonb NOT NULL,
    position    int NOT NULL
);

-- Prefixes that the series had in earlier years. Symbols with them stay as they are.
CREATE TABLE documents.former_prefix (
    series  text NOT NULL REFERENCES documents.series,
    prefix  text NOT NULL,
    -- A document that was seen to carry it.
    seen    text NOT NULL,
    PRIMARY KEY (series, prefix)
);

-- What the header of a document is chosen from.
CREATE TABLE documents.choice (
    list      text NOT NULL CHECK (list IN ('action', 'addressee', 'strategic-link', 'financial')),
    code      text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
    name      jsonb NOT NULL,
    position  int NOT NULL,
    PRIMARY KEY (list, code)
);

-- The last serial number given for a meeting. Taken in the transaction that gives it to a document, so that a number is
-- never given without a document, nor twice.
CREATE TABLE documents.counter (
    series   text NOT NULL REFERENCES documents.series,
    meeting  text NOT NULL,
    last     int NOT NULL CHECK (last > 0),
    PRIMARY KEY (series, meeting)
);

CREATE TABLE documents.document (
    id               uuid PRIMARY KEY,
    series           text NOT NULL REFERENCES documents.series,
    -- The meeting's number as it stands in symbols.
    meeting          text NOT NULL CHECK (meeting ~ '^[0-9]{1,4}$'),
    kind             text NOT NULL CHECK (kind IN ('contribution', 'secretariat-report', 'information', 'agenda',
                         'chair-summary', 'chair-report', 'liaison', 'temporary', 'participants')),
    change           text NOT NULL DEFAULT '' CHECK (change IN ('', 'rev', 'add', 'corr')),
    change_number    int NOT NULL DEFAULT 0,
    -- What it changes: always the document itself, never one of its revisions.
    parent           uuid REFERENCES documents.document,
    serial           int CHECK (serial > 0),
    prefix           text NOT NULL DEFAULT '',
    symbol           text,
    symbol_key       text UNIQUE,
    address          text UNIQUE,
    sources          jsonb NOT NULL DEFAULT '[]',
    action           text NOT NULL DEFAULT '',
    addressee        text NOT NULL DEFAULT '',
    strategic_links  text[] NOT NULL DEFAULT '{}',
    financial        text NOT NULL DEFAULT '',
    refs             text[] NOT NULL DEFAULT '{}',
    -- The date on the document: a year, a month or a day; empty where it bears none.
    dated            text NOT NULL DEFAULT '' CHECK (dated ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    state            text NOT NULL CHECK (state IN ('draft', 'submitted', 'received', 'numbered', 'posted', 'withdrawn')),
    owner            uuid,
    -- The steps of the form that its author has saved.
    steps            text[] NOT NULL DEFAULT '{}',
    -- What it cites, as keys of symbols; found when it is posted.
    cites            text[] NOT NULL DEFAULT '{}',
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    submitted_at     timestamptz,
    received_at      timestamptz,
    numbered_at      timestamptz,
    posted_at        timestamptz,
    withdrawn_at     timestamptz,
    returned_reason  text NOT NULL DEFAULT '',
    withdrawn_reason text NOT NULL DEFAULT '',
    hash             bytea,
    version          int NOT NULL DEFAULT 1,
    CHECK ((change = '') = (parent IS NULL)),
    CHECK (change <> '' OR change_number = 0),
    CHECK (state NOT IN ('numbered', 'posted') OR (serial IS NOT NULL AND symbol IS NOT NULL AND symbol_key IS NOT NULL
        AND address IS NOT NULL AND numbered_at IS NOT NULL)),
    CHECK (state <> 'posted' OR (posted_at IS NOT NULL AND hash IS NOT NULL)),
    CHECK (state <> 'withdrawn' OR (withdrawn_at IS NOT NULL AND withdrawn_reason <> '')),
    UNIQUE (series, meeting, prefix, serial, change, change_number)
);
CREATE INDEX document_owner ON documents.document (owner, updated_at);
CREATE INDEX document_waiting ON documents.document (submitted_at) WHERE state IN ('submitted', 'received', 'numbered');
CREATE INDEX document_posted ON documents.document (posted_at DESC, id DESC) WHERE state = 'posted';
CREATE INDEX document_of_meeting ON documents.document (series, meeting, serial);
CREATE INDEX document_parent ON documents.document (parent) WHERE parent IS NOT NULL;
CREATE INDEX document_cites ON documents.document USING gin (cites);

CREATE TABLE documents.expression (
    document        uuid NOT NULL REFERENCES documents.document ON DELETE CASCADE,
    language        text NOT NULL CHECK (language IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    standing        text NOT NULL CHECK (standing IN ('original', 'official', 'machine')),
    title           text NOT NULL,
    purpose         text NOT NULL,
    action_text     text NOT NULL,
    financial_text  text NOT NULL,
    body            text NOT NULL,
    added_at        timestamptz NOT NULL,
    PRIMARY KEY (document, language)
);

CREATE TABLE documents.attachment (
    id        uuid PRIMARY KEY,
    document  uuid NOT NULL REFERENCES documents.document ON DELETE CASCADE,
    language  text NOT NULL CHECK (language IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    file      uuid NOT NULL UNIQUE REFERENCES files.file (id),
    name      text NOT NULL,
    type      text NOT NULL,
    size      bigint NOT NULL,
    sha256    text NOT NULL,
    position  int NOT NULL
);
CREATE INDEX attachment_document ON documents.attachment (document);

CREATE VIEW documents.published_series AS SELECT code, group_code, prefix, pattern, name, position FROM documents.series;
CREATE VIEW documents.published_former_prefix AS SELECT series, prefix, seen FROM documents.former_prefix;
CREATE VIEW documents.published_choice AS SELECT list, code, name, position FROM documents.choice;
CREATE VIEW documents.published_document AS
    SELECT id, series, meeting, kind, change, change_number, parent, serial, prefix, symbol, symbol_key, address, sources,
        action, addressee, strategic_links, financial, refs, dated, cites, received_at, numbered_at, posted_at, hash
    FROM documents.document WHERE state = 'posted';
-- What is left of one that had a number.
CREATE VIEW documents.published_tombstone AS
    SELECT id, series, meeting, serial, symbol, symbol_key, address, withdrawn_at, withdrawn_reason
    FROM documents.document WHERE state = 'withdrawn' AND symbol IS NOT NULL;
CREATE VIEW documents.published_expression AS
    SELECT e.document, e.language, e.standing, e.title, e.purpose, e.action_text, e.financial_text, e.body, e.added_at
    FROM documents.expression e JOIN documents.document d ON d.id = e.document WHERE d.state = 'posted';
CREATE VIEW documents.published_attachment AS
    SELECT a.id, a.document, a.language, a.file, a.name, a.type, a.size, a.sha256, a.position
    FROM documents.attachment a JOIN documents.document d ON d.id = a.document WHERE d.state = 'posted';
GRANT USAGE ON SCHEMA documents TO throughline_reader;
GRANT SELECT ON documents.published_series, documents.published_former_prefix, documents.published_choice,
    documents.published_document, documents.published_tombstone, documents.published_expression,
    documents.published_attachment TO throughline_reader;
