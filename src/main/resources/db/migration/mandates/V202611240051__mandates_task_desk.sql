-- Tasks are kept by people as well: what was wrong is retired for a reason, which its address tells. A task can be due again and
-- again: so many months or years after the first time, until a date or without end. Evidence of such a task can say for which
-- time it is; where it does not, its date says it.
ALTER TABLE mandates.actor ADD COLUMN version int NOT NULL DEFAULT 1;

ALTER TABLE mandates.task
    DROP CONSTRAINT task_due_check,
    ADD CONSTRAINT task_due_check CHECK (due ~ '^(\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?)?$'),
    -- A period as ISO 8601 writes it; empty for what is due once.
    ADD COLUMN every text NOT NULL DEFAULT '' CHECK (every ~ '^(P[1-9]\d{0,2}[MY])?$'),
    ADD COLUMN due_until text NOT NULL DEFAULT '' CHECK (due_until ~ '^(\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?)?$'),
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN retired_reason text NOT NULL DEFAULT '',
    -- What a shipped task is called in the file, whatever its number here: it is never added twice.
    ADD COLUMN fact text UNIQUE,
    ADD CHECK (due_until = '' OR every <> ''),
    ADD CHECK ((retired_at IS NULL) = (retired_reason = ''));
UPDATE mandates.task t SET fact = i.slug || '/' || t.number FROM mandates.instrument i WHERE i.id = t.instrument_id;
CREATE UNIQUE INDEX task_once ON mandates.task (revision_id, paragraph, md5(words::text)) WHERE retired_at IS NULL;

ALTER TABLE mandates.evidence
    ADD COLUMN round text NOT NULL DEFAULT '' CHECK (round ~ '^(\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?)?$'),
    DROP CONSTRAINT evidence_task_id_kind_url_key,
    ADD UNIQUE (task_id, kind, url, round);

-- The report of which the source says that it comes every two years.
UPDATE mandates.task SET due = '2026', every = 'P2Y', due_words = '{"ar": "بدلًا من كل سنة", "en": "In place of every year",
    "es": "En lugar de cada año", "fr": "Au lieu de chaque année", "ru": "Вместо ежегодного", "zh": "取代每年一次"}'
    WHERE fact = 'unga-80-173/10' AND version = 1 AND due = '';

CREATE OR REPLACE VIEW mandates.published_task AS
    SELECT id, instrument_id, revision_id, number, paragraph, words, note, verb, action_lines, sdgs, gdc, due, due_words,
        certainty, source, source_url, added_at, changed_at, every, due_until FROM mandates.task WHERE retired_at IS NULL;
CREATE OR REPLACE VIEW mandates.published_task_actor AS
    SELECT a.task_id, a.actor, a.role, a.position FROM mandates.task_actor a
    JOIN mandates.task t ON t.id = a.task_id AND t.retired_at IS NULL;
CREATE OR REPLACE VIEW mandates.published_evidence AS
    SELECT e.id, e.task_id, e.kind, e.thing, e.title, e.language, e.url, e.happened, e.source, e.source_url, e.added_at, e.round
    FROM mandates.evidence e JOIN mandates.task t ON t.id = e.task_id AND t.retired_at IS NULL;
CREATE OR REPLACE VIEW mandates.published_remark AS
    SELECT r.task_id, r.number, r.kind, r.status, r.text, r.language, CASE WHEN r.name_shown THEN r.name ELSE '' END AS name,
        r.received_at
    FROM mandates.remark r JOIN mandates.task t ON t.id = r.task_id AND t.retired_at IS NULL WHERE r.shown_at IS NOT NULL;
-- What stood at an address that is kept for good.
CREATE VIEW mandates.published_task_tombstone AS
    SELECT i.slug, t.number, t.retired_at, t.retired_reason FROM mandates.task t
    JOIN mandates.instrument i ON i.id = t.instrument_id WHERE t.retired_at IS NOT NULL;
GRANT SELECT ON mandates.published_task_tombstone TO throughline_reader;
