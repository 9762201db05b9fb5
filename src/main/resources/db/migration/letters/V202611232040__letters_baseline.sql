-- Circular letters: who they are addressed to, what they say, who answered what, and the notes that state the result.
-- People who speak for an addressee are named here and nowhere public; a letter is public only once it was dispatched.
CREATE SCHEMA letters;

CREATE TABLE letters.addressee_class (
    code      text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    name      jsonb NOT NULL,
    -- What one addressee of the class is: its unit wherever it is counted.
    of_states boolean NOT NULL,
    position  int NOT NULL
);
INSERT INTO letters.addressee_class (code, name, of_states, position) VALUES
('member-state', '{"en": "Member States", "fr": "États Membres", "es": "Estados Miembros", "ru": "Государства-члены", "zh": "成员国", "ar": "الدول الأعضاء"}', true, 1),
('sector-member', '{"en": "Sector Members", "fr": "Membres de Secteur", "es": "Miembros de Sector", "ru": "Члены Секторов", "zh": "部门成员", "ar": "أعضاء القطاعات"}', false, 2),
('associate', '{"en": "Associates", "fr": "Associés", "es": "Asociados", "ru": "Ассоциированные члены", "zh": "部门准成员", "ar": "المنتسبون"}', false, 3),
('academia', '{"en": "Academia", "fr": "Établissements universitaires", "es": "Instituciones académicas", "ru": "Академические организации", "zh": "学术成员", "ar": "الهيئات الأكاديمية"}', false, 4);

CREATE TABLE letters.addressee (
    id        uuid PRIMARY KEY,
    class     text NOT NULL REFERENCES letters.addressee_class,
    country   text CHECK (country ~ '^[A-Z]{2}$'),
    -- Empty for a state, whose name the vocabulary of countries gives in every language.
    name      text NOT NULL,
    added_at  timestamptz NOT NULL,
    ended_at  timestamptz,
    version   int NOT NULL DEFAULT 0,
    CHECK (name <> '' OR country IS NOT NULL)
);
CREATE UNIQUE INDEX addressee_state ON letters.addressee (class, country) WHERE name = '' AND ended_at IS NULL;
CREATE UNIQUE INDEX addressee_entity ON letters.addressee (class, lower(name)) WHERE name <> '' AND ended_at IS NULL;

CREATE TABLE letters.focal_point (
    id          uuid PRIMARY KEY,
    addressee   uuid NOT NULL REFERENCES letters.addressee,
    name        text NOT NULL CHECK (name <> ''),
    email       text NOT NULL CHECK (email ~ '^[^[:space:][:cntrl:]<>,;@]+@[^[:space:][:cntrl:]<>,;@]+$'),
    language    text NOT NULL CHECK (language IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    since       date NOT NULL,
    until       date,
    -- When somebody at this address said, by a link in a letter, that they are not it (any more).
    declined_at timestamptz,
    CHECK (until IS NULL OR until >= since)
);
-- One current focal point at most, whatever the program does.
CREATE UNIQUE INDEX focal_point_current ON letters.focal_point (addressee) WHERE until IS NULL;
CREATE INDEX focal_point_of ON letters.focal_point (addressee, since);

-- How a decision is taken. A rule is never changed: another rule is another row.
CREATE TABLE letters.rule (
    code               text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    numerator          int NOT NULL CHECK (numerator > 0),
    denominator        int NOT NULL CHECK (denominator >= numerator),
    -- Whether more than the share is needed, or the share itself is enough.
    more_than          boolean NOT NULL,
    -- The share of what: votes for and against; those and abstentions; all who are entitled.
    base               text NOT NULL CHECK (base IN ('votes', 'replies', 'entitled')),
    -- How many of those entitled have to reply in time, abstentions included; 0 of 1 where none is asked for.
    quorum_numerator   int NOT NULL CHECK (quorum_numerator >= 0),
    quorum_denominator int NOT NULL CHECK (quorum_denominator > 0 AND quorum_denominator >= quorum_numerator),
    quorum_more_than   boolean NOT NULL,
    position           int NOT NULL UNIQUE
);
INSERT INTO letters.rule VALUES
('simple-majority', 1, 2, true, 'votes', 0, 1, false, 1),
('simple-majority-half', 1, 2, true, 'votes', 1, 2, false, 2),
('two-thirds', 2, 3, false, 'votes', 0, 1, false, 3),
('two-thirds-half', 2, 3, false, 'votes', 1, 2, false, 4),
('majority-of-replies', 1, 2, true, 'replies', 0, 1, false, 5),
('majority-of-members', 1, 2, true, 'entitled', 0, 1, false, 6);

CREATE TABLE letters.series (
    code     text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    name     jsonb NOT NULL,
    -- {yy} or {yyyy} is the year, {n} the number within it.
    pattern  text NOT NULL CHECK (pattern ~ '^[A-Z][A-Z0-9-]*(\{yy\}|\{yyyy\})/\{n\}$'),
    position int NOT NULL
);
INSERT INTO letters.series VALUES
('circular', '{"en": "Circular letters", "fr": "Lettres circulaires", "es": "Cartas circulares", "ru": "Циркулярные письма", "zh": "通函", "ar": "الرسائل المعممة"}', 'CL-{yy}/{n}', 1);
-- The last number given. A number is taken in the transaction that dispatches, so that none is lost or given twice.
CREATE TABLE letters.last_number (
    series text NOT NULL REFERENCES letters.series,
    year   int NOT NULL,
    number int NOT NULL CHECK (number > 0),
    PRIMARY KEY (series, year)
);

CREATE TABLE letters.letter (
    id             uuid PRIMARY KEY,
    series         text NOT NULL REFERENCES letters.series,
    kind           text NOT NULL CHECK (kind IN ('information', 'questionnaire', 'decision')),
    year           int,
    number         int,
    reference      text UNIQUE,
    place          jsonb NOT NULL,
    dated          date,
    subject        jsonb NOT NULL,
    body           jsonb NOT NULL,
    original       text NOT NULL CHECK (original IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    classes        text[] NOT NULL,
    contact        jsonb NOT NULL,
    signatory      jsonb NOT NULL,
    call           uuid REFERENCES calls.call,
    proposal       jsonb NOT NULL,
    rule           text REFERENCES letters.rule,
    replies_public boolean NOT NULL,
    closes_at      timestamptz,
    reminders      int[] NOT NULL,
    public         boolean NOT NULL,
    written_by     uuid,
    created_at     timestamptz NOT NULL,
    dispatched_at  timestamptz,
    version        int NOT NULL DEFAULT 0,
    UNIQUE (series, year, number),
    CHECK ((dispatched_at IS NULL) = (reference IS NULL)),
    CHECK ((dispatched_at IS NULL) = (dated IS NULL)),
    CHECK ((reference IS NULL) = (number IS NULL) AND (number IS NULL) = (year IS NULL)),
    CHECK (kind <> 'decision' OR dispatched_at IS NULL OR (rule IS NOT NULL AND closes_at > dispatched_at)),
    CHECK (kind <> 'questionnaire' OR dispatched_at IS NULL OR call IS NOT NULL)
);
CREATE INDEX letter_newest ON letters.letter (created_at DESC);

CREATE TABLE letters.annex (
    id       uuid PRIMARY KEY,
    letter   uuid NOT NULL REFERENCES letters.letter ON DELETE CASCADE,
    position int NOT NULL,
    title    text NOT NULL CHECK (title <> ''),
    file     uuid NOT NULL,
    UNIQUE (letter, position)
);

-- Who a letter was addressed to, as it was on the day of dispatch: those who are entitled to answer.
CREATE TABLE letters.recipient (
    letter          uuid NOT NULL REFERENCES letters.letter,
    addressee       uuid NOT NULL REFERENCES letters.addressee,
    class           text NOT NULL,
    country         text,
    name            text NOT NULL,
    acknowledged_at timestamptz,
    PRIMARY KEY (letter, addressee)
);

-- One round of mails: the letter itself, a reminder, a result note.
CREATE TABLE letters.sending (
    id          uuid PRIMARY KEY,
    letter      uuid NOT NULL REFERENCES letters.letter,
    occasion    text NOT NULL CHECK (occasion IN ('letter', 'again', 'reminder', 'note')),
    days_before int,
    note        int,
    ordered_at  timestamptz NOT NULL,
    next_at     timestamptz NOT NULL,
    finished_at timestamptz,
    -- Counted when it was over; until then the outbox knows.
    failed      int,
    in_doubt    int,
    UNIQUE (letter, occasion, days_before),
    UNIQUE (letter, occasion, note),
    CHECK ((occasion = 'reminder') = (days_before IS NOT NULL)),
    CHECK ((occasion = 'note') = (note IS NOT NULL))
);
CREATE UNIQUE INDEX sending_once ON letters.sending (letter) WHERE occasion = 'letter';
CREATE INDEX sending_due ON letters.sending (next_at) WHERE finished_at IS NULL;

-- One mail of a round to one addressee. The row is what makes it one.
CREATE TABLE letters.copy (
    sending     uuid NOT NULL REFERENCES letters.sending,
    addressee   uuid NOT NULL REFERENCES letters.addressee,
    focal_point uuid REFERENCES letters.focal_point,
    handed_at   timestamptz,
    left_out    text CHECK (left_out IN ('no-focal-point', 'no-such-address', 'declined', 'answered')),
    PRIMARY KEY (sending, addressee),
    CHECK (handed_at IS NULL OR left_out IS NULL)
);
CREATE INDEX copy_waiting ON letters.copy (sending) WHERE handed_at IS NULL AND left_out IS NULL;

-- What a link in a mail opens. Only the hash of its secret stands here; each mail has its own.
CREATE TABLE letters.link (
    secret_hash bytea PRIMARY KEY CHECK (length(secret_hash) = 32),
    letter      uuid NOT NULL REFERENCES letters.letter,
    addressee   uuid NOT NULL REFERENCES letters.addressee,
    focal_point uuid NOT NULL REFERENCES letters.focal_point,
    made_at     timestamptz NOT NULL
);
CREATE INDEX link_of ON letters.link (addressee);

-- What an addressee says to a proposal. Nothing is overwritten: a later reply takes the place of the one before while
-- the letter is open, and what comes afterwards stands apart.
CREATE TABLE letters.reply (
    id            uuid PRIMARY KEY,
    letter        uuid NOT NULL,
    addressee     uuid NOT NULL,
    focal_point   uuid REFERENCES letters.focal_point,
    choice        text NOT NULL CHECK (choice IN ('approve', 'reject', 'abstain')),
    statement     text NOT NULL,
    language      text NOT NULL,
    received_at   timestamptz NOT NULL,
    late          boolean NOT NULL,
    superseded_at timestamptz,
    FOREIGN KEY (letter, addressee) REFERENCES letters.recipient
);
CREATE UNIQUE INDEX reply_valid ON letters.reply (letter, addressee, late) WHERE superseded_at IS NULL;

-- The draft in which somebody with an addressee's link answers the call of a letter: what it becomes when it is sent
-- is that addressee's answer.
CREATE TABLE letters.answer (
    draft     uuid PRIMARY KEY,
    letter    uuid NOT NULL,
    addressee uuid NOT NULL,
    person    uuid NOT NULL,
    begun_at  timestamptz NOT NULL,
    FOREIGN KEY (letter, addressee) REFERENCES letters.recipient
);
CREATE INDEX answer_of ON letters.answer (letter, addressee);

-- What was counted and decided, frozen. A correction is the next note.
CREATE TABLE letters.note (
    letter     uuid NOT NULL REFERENCES letters.letter,
    number     int NOT NULL CHECK (number > 0),
    figures    jsonb NOT NULL,
    replies    jsonb NOT NULL,
    outcome    text NOT NULL,
    decision   jsonb NOT NULL,
    correction jsonb NOT NULL,
    made_at    timestamptz NOT NULL,
    made_by    uuid,
    PRIMARY KEY (letter, number),
    CHECK ((number = 1) = (correction = '{}'))
);

CREATE VIEW letters.published_class AS SELECT code, name, of_states, position FROM letters.addressee_class;
CREATE VIEW letters.published_class_count AS
    SELECT class, count(*) AS addressees FROM letters.addressee WHERE ended_at IS NULL GROUP BY class;
CREATE VIEW letters.published_rule AS SELECT * FROM letters.rule;
CREATE VIEW letters.published_letter AS
    SELECT l.id, l.series, l.kind, l.year, l.number, l.reference, l.place, l.dated, l.subject, l.body, l.original, l.classes,
        l.contact, l.signatory, l.proposal, l.rule, l.replies_public, l.dispatched_at,
        CASE WHEN l.kind = 'questionnaire' THEN c.closes_at ELSE l.closes_at END AS closes_at,
        CASE WHEN c.published_at IS NOT NULL THEN c.slug ELSE '' END AS call_slug
    FROM letters.letter l LEFT JOIN calls.call c ON c.id = l.call
    WHERE l.public AND l.dispatched_at IS NOT NULL;
CREATE VIEW letters.published_annex AS
    SELECT a.id, a.letter, a.position, a.title, a.file
    FROM letters.annex a JOIN letters.published_letter l ON l.id = a.letter;

-- The answer to a call that counts for an addressee: the last one received that still stands.
CREATE VIEW letters.call_answer AS
    SELECT DISTINCT ON (a.letter, a.addressee) a.letter, a.addressee, i.id AS input, i.number, i.received_at
    FROM letters.answer a JOIN inputs.draft d ON d.id = a.draft JOIN inputs.input i ON i.id = d.sent_input
    WHERE i.withdrawn_at IS NULL
    ORDER BY a.letter, a.addressee, i.received_at DESC, i.id;

-- How far each letter has come, in addressees. What they said is counted only when no more of it can be said.
CREATE VIEW letters.letter_figures AS
    SELECT l.id AS letter,
        (SELECT count(*) FROM letters.recipient r WHERE r.letter = l.id) AS entitled,
        (SELECT count(DISTINCT c.addressee) FROM letters.copy c JOIN letters.sending s ON s.id = c.sending
            WHERE s.letter = l.id AND s.occasion IN ('letter', 'again') AND c.handed_at IS NOT NULL) AS sent,
        (SELECT count(*) FROM letters.recipient r WHERE r.letter = l.id AND r.acknowledged_at IS NOT NULL) AS acknowledged,
        (SELECT count(*) FROM letters.reply r WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late)
            + (SELECT count(*) FROM letters.call_answer a WHERE a.letter = l.id) AS replied,
        (SELECT count(*) FROM letters.reply r WHERE r.letter = l.id AND r.superseded_at IS NULL AND r.late) AS late,
        (SELECT count(*) FROM letters.reply r
            WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late AND r.choice = 'approve') AS approve,
        (SELECT count(*) FROM letters.reply r
            WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late AND r.choice = 'reject') AS reject,
        (SELECT count(*) FROM letters.reply r
            WHERE r.letter = l.id AND r.superseded_at IS NULL AND NOT r.late AND r.choice = 'abstain') AS abstain
    FROM letters.letter l;
CREATE VIEW letters.published_figures AS
    SELECT f.letter, f.entitled, f.sent, f.acknowledged, f.replied, f.late,
        CASE WHEN l.closes_at <= now() THEN f.approve ELSE 0 END AS approve,
        CASE WHEN l.closes_at <= now() THEN f.reject ELSE 0 END AS reject,
        CASE WHEN l.closes_at <= now() THEN f.abstain ELSE 0 END AS abstain
    FROM letters.letter_figures f JOIN letters.published_letter l ON l.id = f.letter;

-- By whom which reply was given, where the letter said that this would be public, after its deadline. Never the person.
CREATE VIEW letters.published_reply AS
    SELECT r.letter, c.class, c.country, c.name, r.choice, r.statement, r.language, r.received_at, r.late
    FROM letters.reply r JOIN letters.published_letter l ON l.id = r.letter
    JOIN letters.recipient c ON c.letter = r.letter AND c.addressee = r.addressee
    WHERE l.replies_public AND l.closes_at <= now() AND r.superseded_at IS NULL;
CREATE VIEW letters.published_note AS
    SELECT n.letter, n.number, n.figures, CASE WHEN l.replies_public THEN n.replies ELSE '[]' END AS replies, n.outcome,
        n.decision, n.correction, n.made_at
    FROM letters.note n JOIN letters.published_letter l ON l.id = n.letter;

GRANT USAGE ON SCHEMA letters TO throughline_reader;
GRANT SELECT ON letters.published_class, letters.published_class_count, letters.published_rule, letters.published_letter,
    letters.published_annex, letters.published_figures, letters.published_reply, letters.published_note
    TO throughline_reader;
