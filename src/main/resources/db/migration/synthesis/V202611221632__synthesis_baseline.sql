-- Summaries in work (sections, themes, sentences, passages) and the editions that were published of them.
CREATE SCHEMA synthesis;

CREATE TABLE synthesis.summary (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES calls.call,
    title       text NOT NULL,
    language    text NOT NULL,
    header      jsonb NOT NULL DEFAULT '{}',
    bands       jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    version     int NOT NULL DEFAULT 0
);
CREATE INDEX summary_of_call ON synthesis.summary (call_id);

CREATE TABLE synthesis.section (
    id          uuid PRIMARY KEY,
    summary_id  uuid NOT NULL REFERENCES synthesis.summary,
    position    int NOT NULL,
    code        text NOT NULL,
    title       text NOT NULL,
    UNIQUE (summary_id, code)
);

CREATE TABLE synthesis.theme (
    id          uuid PRIMARY KEY,
    section_id  uuid NOT NULL REFERENCES synthesis.section,
    position    int NOT NULL,
    title       text NOT NULL
);
CREATE INDEX theme_of_section ON synthesis.theme (section_id, position);

CREATE TABLE synthesis.sentence (
    id          uuid PRIMARY KEY,
    section_id  uuid NOT NULL REFERENCES synthesis.section,
    theme_id    uuid REFERENCES synthesis.theme,
    position    int NOT NULL,
    text        text NOT NULL,
    -- quantity words of this sentence that a person declared not to count inputs ("all stakeholders")
    plain_words text[] NOT NULL DEFAULT '{}',
    version     int NOT NULL DEFAULT 0
);
CREATE INDEX sentence_of_section ON synthesis.sentence (section_id, position);

-- A span of an answer, as W3C Web Annotation selectors (position and quote), bound to the text it was marked in.
-- A passage is never changed; marking again makes another one.
CREATE TABLE synthesis.passage (
    id           uuid PRIMARY KEY,
    call_id      uuid NOT NULL REFERENCES calls.call,
    input_id     uuid NOT NULL REFERENCES inputs.input,
    answer_id    uuid NOT NULL REFERENCES inputs.answer,
    question     text NOT NULL,
    starts       int NOT NULL CHECK (starts >= 0),
    ends         int NOT NULL CHECK (ends > starts),
    exact        text NOT NULL CHECK (exact <> ''),
    prefix       text NOT NULL,
    suffix       text NOT NULL,
    source_hash  bytea NOT NULL CHECK (length(source_hash) = 32),
    created_at   timestamptz NOT NULL,
    created_by   text NOT NULL,
    UNIQUE (answer_id, starts, ends)
);
CREATE INDEX passage_of_call ON synthesis.passage (call_id, question);
CREATE INDEX passage_of_input ON synthesis.passage (input_id);

CREATE TABLE synthesis.passage_theme (
    passage_id  uuid NOT NULL REFERENCES synthesis.passage,
    theme_id    uuid NOT NULL REFERENCES synthesis.theme ON DELETE CASCADE,
    PRIMARY KEY (passage_id, theme_id)
);

CREATE TABLE synthesis.evidence (
    sentence_id  uuid NOT NULL REFERENCES synthesis.sentence ON DELETE CASCADE,
    passage_id   uuid NOT NULL REFERENCES synthesis.passage,
    PRIMARY KEY (sentence_id, passage_id)
);
CREATE INDEX evidence_of_passage ON synthesis.evidence (passage_id);

-- An edition is what was published: frozen sentences, by line, and the passages each rests on.
CREATE TABLE synthesis.edition (
    id            uuid PRIMARY KEY,
    summary_id    uuid NOT NULL REFERENCES synthesis.summary,
    call_id       uuid NOT NULL REFERENCES calls.call,
    number        int NOT NULL,
    published_at  timestamptz NOT NULL,
    title         text NOT NULL,
    language      text NOT NULL,
    header        jsonb NOT NULL,
    bands         jsonb NOT NULL,
    counts        jsonb NOT NULL,
    hash          bytea NOT NULL CHECK (length(hash) = 32),
    ledger_entry  uuid NOT NULL,
    UNIQUE (summary_id, number)
);

CREATE TABLE synthesis.edition_sentence (
    edition_id     uuid NOT NULL REFERENCES synthesis.edition,
    line           int NOT NULL,
    section_code   text NOT NULL,
    section_title  text NOT NULL,
    theme          text NOT NULL,
    text           text NOT NULL,
    plain_words    text[] NOT NULL,
    PRIMARY KEY (edition_id, line)
);

CREATE TABLE synthesis.edition_evidence (
    edition_id  uuid NOT NULL,
    line        int NOT NULL,
    passage_id  uuid NOT NULL REFERENCES synthesis.passage,
    PRIMARY KEY (edition_id, line, passage_id),
    FOREIGN KEY (edition_id, line) REFERENCES synthesis.edition_sentence
);
CREATE INDEX edition_evidence_of_passage ON synthesis.edition_evidence (passage_id);

CREATE VIEW synthesis.published_edition AS
    SELECT e.id, e.summary_id, e.call_id, e.number, e.published_at, e.title, e.language, e.header, e.bands, e.counts, e.hash,
           e.number = max(e.number) OVER (PARTITION BY e.summary_id) AS newest
    FROM synthesis.edition e;

CREATE VIEW synthesis.published_sentence AS
    SELECT s.edition_id, s.line, s.section_code, s.section_title, s.theme, s.text, s.plain_words,
           (SELECT count(DISTINCT p.input_id) FROM synthesis.edition_evidence v JOIN synthesis.passage p ON p.id = v.passage_id
            WHERE v.edition_id = s.edition_id AND v.line = s.line) AS inputs_then
    FROM synthesis.edition_sentence s;

-- What may be shown today of what an edition rests on: only passages whose input is still published, may be quoted, and
-- still says the same. A withdrawn input disappears from every edition at once; the sentence then shows fewer.
CREATE VIEW synthesis.published_evidence AS
    SELECT v.edition_id, v.line, g.id AS passage_id, g.question, g.starts, g.ends, g.exact, g.prefix, g.suffix, g.source_hash,
           i.id AS input_id, i.call_id, i.number, i.language, i.organisation || i.respondent AS name,
           i.stakeholder_type, i.country, i.region
    FROM synthesis.edition_evidence v
    JOIN synthesis.passage g ON g.id = v.passage_id
    JOIN inputs.published_answer a ON a.id = g.answer_id AND a.text_hash = g.source_hash
    JOIN inputs.published_input i ON i.id = g.input_id AND i.quotable;

GRANT USAGE ON SCHEMA synthesis TO throughline_reader;
GRANT SELECT ON synthesis.published_edition, synthesis.published_sentence, synthesis.published_evidence TO throughline_reader;
