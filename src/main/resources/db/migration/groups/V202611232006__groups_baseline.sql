-- Groups and bodies that meet, who held which seat in them and when, their meetings and the items of the agendas. Dates
-- are as exact as they are known; everything has a source and says how sure it is. Nothing is deleted: an item that is
-- struck from an agenda, a seat that was put in by mistake and a meeting that is cancelled stay, and say so.
CREATE SCHEMA groups;

CREATE TABLE groups.body (
    id          uuid PRIMARY KEY,
    code        text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    name        jsonb NOT NULL,
    about       jsonb NOT NULL,
    -- Texts, one for each point.
    terms       jsonb NOT NULL,
    membership  jsonb NOT NULL,
    -- The instruments that it rests on, by their names in addresses.
    mandates    text[] NOT NULL,
    founded     text NOT NULL CHECK (founded ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    certainty   text NOT NULL CHECK (certainty IN ('confirmed', 'inferred', 'unverified')),
    source      text NOT NULL CHECK (source <> ''),
    source_url  text NOT NULL,
    position    int NOT NULL
);

CREATE TABLE groups.seat (
    id          uuid PRIMARY KEY,
    group_id    uuid NOT NULL REFERENCES groups.body,
    -- Of those that the program brings, so that later starts do not bring them again.
    key         text UNIQUE,
    role        text NOT NULL CHECK (role IN ('chair', 'co-chair', 'vice-chair', 'member', 'observer', 'secretariat')),
    -- A state by its code, or an entity by its name, or both; a person as the source gives it.
    country     text NOT NULL,
    entity      jsonb NOT NULL,
    person      text NOT NULL,
    region      text NOT NULL,
    starts      text NOT NULL CHECK (starts ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    ends        text NOT NULL CHECK (ends ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    status      text NOT NULL CHECK (status IN ('held', 'declined', 'mistaken')),
    note        jsonb NOT NULL,
    certainty   text NOT NULL CHECK (certainty IN ('confirmed', 'inferred', 'unverified')),
    source      text NOT NULL CHECK (source <> ''),
    source_url  text NOT NULL,
    position    bigint GENERATED ALWAYS AS IDENTITY,
    version     int NOT NULL DEFAULT 1,
    CHECK (country <> '' OR entity <> '{}' OR person <> '')
);
CREATE INDEX seat_of ON groups.seat (group_id);

CREATE TABLE groups.meeting (
    id          uuid PRIMARY KEY,
    group_id    uuid NOT NULL REFERENCES groups.body,
    number      text NOT NULL CHECK (number ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$'),
    name        jsonb NOT NULL,
    starts      text NOT NULL CHECK (starts ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    ends        text NOT NULL CHECK (ends ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
    place       jsonb NOT NULL,
    mode        text NOT NULL CHECK (mode IN ('', 'physical', 'remote', 'hybrid')),
    languages   text[] NOT NULL,
    status      text NOT NULL CHECK (status IN ('announced', 'registration', 'held', 'cancelled')),
    invitation  jsonb NOT NULL,
    note        jsonb NOT NULL,
    registration_until timestamptz,
    certainty   text NOT NULL CHECK (certainty IN ('confirmed', 'inferred', 'unverified')),
    source      text NOT NULL CHECK (source <> ''),
    source_url  text NOT NULL,
    added_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    version     int NOT NULL DEFAULT 1,
    UNIQUE (group_id, number)
);

CREATE TABLE groups.agenda_item (
    id          uuid PRIMARY KEY,
    meeting_id  uuid NOT NULL REFERENCES groups.meeting,
    number      text NOT NULL CHECK (number ~ '^[A-Za-z0-9][A-Za-z0-9.]{0,9}$'),
    title       jsonb NOT NULL,
    position    int NOT NULL,
    struck_at   timestamptz
);
CREATE UNIQUE INDEX agenda_item_number ON groups.agenda_item (meeting_id, number) WHERE struck_at IS NULL;

CREATE VIEW groups.published_body AS
    SELECT id, code, name, about, terms, membership, mandates, founded, certainty, source, source_url, position FROM groups.body;
CREATE VIEW groups.published_seat AS
    SELECT id, group_id, role, country, entity, person, region, starts, ends, status, note, certainty, source, source_url,
        position FROM groups.seat WHERE status <> 'mistaken';
CREATE VIEW groups.published_meeting AS
    SELECT id, group_id, number, name, starts, ends, place, mode, languages, status, invitation, note, registration_until,
        certainty, source, source_url, added_at, changed_at, version FROM groups.meeting;
CREATE VIEW groups.published_agenda_item AS
    SELECT id, meeting_id, number, title, position FROM groups.agenda_item WHERE struck_at IS NULL;
GRANT USAGE ON SCHEMA groups TO throughline_reader;
GRANT SELECT ON groups.published_body, groups.published_seat, groups.published_meeting, groups.published_agenda_item
    TO throughline_reader;
