-- Who registered for a meeting, which nobody but the secretariat sees: the public sees counts, and of those who were
-- accepted the names that may be shown. And what a meeting decided; how far a recommendation has come is computed from
-- its steps and stored nowhere. Nothing is deleted: a step put in by mistake is struck.
CREATE TABLE groups.participant (
    id             uuid PRIMARY KEY,
    meeting_id     uuid NOT NULL REFERENCES groups.meeting,
    name           text NOT NULL CHECK (name <> ''),
    function       text NOT NULL,
    organization   text NOT NULL CHECK (organization <> ''),
    capacity       text NOT NULL CHECK (capacity IN ('member-state', 'sector-member', 'associate', 'academia', 'observer')),
    country        text NOT NULL,
    email          text NOT NULL CHECK (email <> ''),
    language       text NOT NULL,
    mode           text NOT NULL CHECK (mode IN ('physical', 'remote')),
    visa           boolean NOT NULL,
    needs          text NOT NULL,
    name_shown     boolean NOT NULL,
    status         text NOT NULL CHECK (status IN ('waiting', 'accepted', 'declined', 'withdrawn')),
    reason         text NOT NULL DEFAULT '',
    -- The hash of the word in the letter with which they change or withdraw it.
    word           bytea NOT NULL,
    registered_at  timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    version        int NOT NULL DEFAULT 1,
    CHECK ((status = 'declined') = (reason <> ''))
);
CREATE UNIQUE INDEX participant_word ON groups.participant (word);
CREATE UNIQUE INDEX participant_once ON groups.participant (meeting_id, email) WHERE status <> 'withdrawn';

CREATE TABLE groups.decision (
    id          uuid PRIMARY KEY,
    meeting_id  uuid NOT NULL REFERENCES groups.meeting,
    item_id     uuid REFERENCES groups.agenda_item,
    -- Permanent within the meeting: people cite it.
    number      int NOT NULL CHECK (number > 0),
    kind        text NOT NULL CHECK (kind IN ('decision', 'recommendation')),
    text        jsonb NOT NULL CHECK (text <> '{}'),
    -- Who has to act.
    actors      jsonb NOT NULL,
    added_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    version     int NOT NULL DEFAULT 1,
    UNIQUE (meeting_id, number)
);

CREATE TABLE groups.step (
    id           uuid PRIMARY KEY,
    decision_id  uuid NOT NULL REFERENCES groups.decision,
    state        text NOT NULL CHECK (state IN ('proposed', 'forwarded', 'adopted', 'adopted-changed', 'not-adopted', 'carried-out')),
    happened     text NOT NULL CHECK (happened ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    source       text NOT NULL CHECK (source <> ''),
    source_url   text NOT NULL,
    added_at     timestamptz NOT NULL,
    struck_at    timestamptz
);
CREATE INDEX step_of ON groups.step (decision_id);

CREATE VIEW groups.published_participant AS
    SELECT meeting_id, name, function, organization, capacity, country, mode FROM groups.participant
    WHERE status = 'accepted' AND name_shown;
CREATE VIEW groups.published_participation AS
    SELECT meeting_id, capacity, mode, status = 'accepted' AS accepted, count(*) AS persons,
        count(*) FILTER (WHERE name_shown) AS named
    FROM groups.participant WHERE status IN ('waiting', 'accepted') GROUP BY meeting_id, capacity, mode, status = 'accepted';
CREATE VIEW groups.published_decision AS
    SELECT id, meeting_id, item_id, number, kind, text, actors, added_at, changed_at, version FROM groups.decision;
CREATE VIEW groups.published_step AS
    SELECT id, decision_id, state, happened, source, source_url, added_at FROM groups.step WHERE struck_at IS NULL;
GRANT SELECT ON groups.published_participant, groups.published_participation, groups.published_decision,
    groups.published_step TO throughline_reader;
