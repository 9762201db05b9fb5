-- The deadline of a decision can be moved while it lasts, for a reason that everybody reads; its addressees are told, and
-- reminders count anew. Answers to a questionnaire that came another way are tied to their addressee by hand, and what was
-- received after the deadline is late.
CREATE TABLE letters.extension (
    letter      uuid NOT NULL REFERENCES letters.letter,
    number      int NOT NULL CHECK (number > 0),
    decided_at  timestamptz NOT NULL,
    old_end     timestamptz NOT NULL,
    new_end     timestamptz NOT NULL,
    reason      jsonb NOT NULL CHECK (reason <> '{}'),
    PRIMARY KEY (letter, number),
    CHECK (decided_at < old_end AND old_end < new_end)
);

CREATE TABLE letters.taken_answer (
    letter     uuid NOT NULL,
    addressee  uuid NOT NULL,
    input      uuid NOT NULL REFERENCES inputs.input,
    taken_at   timestamptz NOT NULL,
    taken_by   uuid,
    PRIMARY KEY (letter, input),
    FOREIGN KEY (letter, addressee) REFERENCES letters.recipient
);

-- Up to when replies to a letter count, how often that was moved, and when it was for the last time.
CREATE VIEW letters.letter_deadline AS
    SELECT l.id AS letter, CASE WHEN l.kind = 'questionnaire' THEN c.closes_at ELSE l.closes_at END AS closes_at,
        (SELECT count(*) FROM letters.extension x WHERE x.letter = l.id)
            + (SELECT count(*) FROM calls.extension x WHERE x.call_id = l.call AND l.kind = 'questionnaire') AS moved,
        greatest((SELECT max(x.decided_at) FROM letters.extension x WHERE x.letter = l.id),
            (SELECT max(x.decided_at) FROM calls.extension x WHERE x.call_id = l.call AND l.kind = 'questionnaire')) AS moved_at
    FROM letters.letter l LEFT JOIN calls.call c ON c.id = l.call;

ALTER TABLE letters.sending
    -- How often the deadline had been moved when the round was ordered.
    ADD COLUMN deadline int NOT NULL DEFAULT 0,
    DROP CONSTRAINT sending_occasion_check,
    ADD CHECK (occasion IN ('letter', 'again', 'reminder', 'extension', 'note')),
    DROP CONSTRAINT sending_letter_occasion_days_before_key,
    ADD UNIQUE (letter, occasion, days_before, deadline);
CREATE UNIQUE INDEX sending_extension ON letters.sending (letter, deadline) WHERE occasion = 'extension';
UPDATE letters.sending s SET deadline = (
    SELECT count(*) FROM calls.extension x JOIN letters.letter l ON l.call = x.call_id AND l.kind = 'questionnaire'
    WHERE l.id = s.letter AND x.decided_at <= s.ordered_at);

-- The answer to a call that counts for an addressee: the last one received in time that still stands; and, apart from it, the
-- last one received late.
CREATE OR REPLACE VIEW letters.call_answer AS
    SELECT DISTINCT ON (a.letter, a.addressee, i.received_at >= d.closes_at) a.letter, a.addressee, i.id AS input, i.number,
        i.received_at, i.received_at >= d.closes_at AS late
    FROM (SELECT b.letter, b.addressee, s.sent_input AS input FROM letters.answer b JOIN inputs.draft s ON s.id = b.draft
          UNION SELECT letter, addressee, input FROM letters.taken_answer) a
    JOIN inputs.input i ON i.id = a.input JOIN letters.letter_deadline d ON d.letter = a.letter
    WHERE i.withdrawn_at IS NULL
    ORDER BY a.letter, a.addressee, i.received_at >= d.closes_at, i.received_at DESC, i.id;

CREATE OR REPLACE VIEW letters.letter_figures AS
    SELECT l.id AS letter,
        (SELECT count(*) FROM letters.recipient r WHERE r.letter = l.id) AS entitled,
        (SELECT count(DISTINCT c.addressee) FROM letters.copy c JOIN letters.sending s ON s.id = c.sending
            WHERE s.letter = l.id AND s.occasion IN ('letter', 'again') AND c.handed_at IS NOT NULL) AS sent,
        (SELECT count(*) FROM letters.recipient r WHERE r.letter = l.id AND r.acknowledged_at IS NOT NULL) AS acknowledged,
        (SELECT count(*) FROM letters.reply r WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late)
            + (SELECT count(*) FROM letters.call_answer a WHERE a.letter = l.id AND NOT a.late) AS replied,
        (SELECT count(*) FROM letters.reply r WHERE r.letter = l.id AND r.superseded_at IS NULL AND r.late)
            + (SELECT count(*) FROM letters.call_answer a WHERE a.letter = l.id AND a.late) AS late,
        (SELECT count(*) FROM letters.reply r
            WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late AND r.choice = 'approve') AS approve,
        (SELECT count(*) FROM letters.reply r
            WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late AND r.choice = 'reject') AS reject,
        (SELECT count(*) FROM letters.reply r
            WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late AND r.choice = 'abstain') AS abstain
    FROM letters.letter l;

CREATE VIEW letters.published_extension AS
    SELECT x.letter, x.number, x.decided_at, x.old_end, x.new_end, x.reason
    FROM letters.extension x JOIN letters.published_letter l ON l.id = x.letter;
GRANT SELECT ON letters.published_extension TO throughline_reader;
