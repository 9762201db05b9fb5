-- Who is told what: letters to all members, who gets them and who does not want them; what people show of themselves.
CREATE SCHEMA notices;

-- The key under which links in mail are sealed, so that none has to be kept for each of many recipients.
CREATE TABLE notices.seal_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    key bytea NOT NULL CHECK (length(key) = 32)
);

-- A letter to all members, in up to six languages. What happened to it are dates; its state follows from them.
CREATE TABLE notices.mailing (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL CHECK (kind IN ('members', 'update-call', 'update-reminder')),
    subject      jsonb NOT NULL,
    body         jsonb NOT NULL,
    per_minute   int NOT NULL CHECK (per_minute BETWEEN 1 AND 120000),
    version      int NOT NULL DEFAULT 0,
    written_by   uuid,
    created_at   timestamptz NOT NULL,
    released_by  uuid,
    released_at  timestamptz,
    -- How far the list of recipients is written: the last person on it.
    listed_until uuid,
    listed_at    timestamptz,
    listed       int NOT NULL DEFAULT 0,
    handed       int NOT NULL DEFAULT 0,
    left_out     int NOT NULL DEFAULT 0,
    next_at      timestamptz,
    stopped_at   timestamptz,
    finished_at  timestamptz,
    -- What became of it, counted when it was over; until then the outbox knows.
    failed       int,
    in_doubt     int,
    CHECK (listed_at IS NULL OR released_at IS NOT NULL),
    CHECK (finished_at IS NULL OR listed_at IS NOT NULL),
    CHECK (handed + left_out <= listed)
);
CREATE INDEX mailing_newest ON notices.mailing (created_at DESC);

-- Who gets a mailing: each address once, whatever number of accounts has it. Only a hash of the address stands here;
-- the address itself is looked up when the letter is handed over.
CREATE TABLE notices.recipient (
    mailing      uuid NOT NULL REFERENCES notices.mailing ON DELETE CASCADE,
    address_hash bytea NOT NULL CHECK (length(address_hash) = 32),
    person       uuid NOT NULL,
    place        int NOT NULL,
    handed_at    timestamptz,
    left_out     text CHECK (left_out IN ('gone', 'unsubscribed', 'no-such-address')),
    PRIMARY KEY (mailing, address_hash),
    UNIQUE (mailing, place),
    CHECK (handed_at IS NULL OR left_out IS NULL)
);
CREATE INDEX recipient_waiting ON notices.recipient (mailing, place) WHERE handed_at IS NULL AND left_out IS NULL;
CREATE INDEX recipient_person ON notices.recipient (person);

-- Members who want no letters to all, or no calls to keep their entries up to date.
CREATE TABLE notices.unsubscribed (
    person uuid NOT NULL,
    topic  text NOT NULL CHECK (topic IN ('letters', 'update-calls')),
    since  timestamptz NOT NULL,
    PRIMARY KEY (person, topic)
);

-- What somebody shows of themselves: each field as they wrote it, and whether it is shown. No row, no page.
CREATE TABLE notices.profile (
    person             uuid PRIMARY KEY,
    slug               text NOT NULL UNIQUE CHECK (slug ~ '^[a-z2-9]{10}$'),
    name               text NOT NULL DEFAULT '' CHECK (length(name) <= 400),
    organisation       text NOT NULL DEFAULT '' CHECK (length(organisation) <= 400),
    country            text CHECK (country ~ '^[A-Z]{2}$'),
    languages          text[] NOT NULL DEFAULT '{}',
    interests          text[] NOT NULL DEFAULT '{}',
    shows_name         boolean NOT NULL DEFAULT false,
    shows_organisation boolean NOT NULL DEFAULT false,
    shows_country      boolean NOT NULL DEFAULT false,
    shows_languages    boolean NOT NULL DEFAULT false,
    shows_interests    boolean NOT NULL DEFAULT false,
    public             boolean NOT NULL DEFAULT false,
    findable           boolean NOT NULL DEFAULT false,
    version            int NOT NULL DEFAULT 0,
    changed_at         timestamptz NOT NULL,
    CHECK (public OR NOT findable)
);

CREATE VIEW notices.published_profile AS
SELECT slug,
       CASE WHEN shows_name THEN name ELSE '' END AS name,
       CASE WHEN shows_organisation THEN organisation ELSE '' END AS organisation,
       CASE WHEN shows_country THEN country END AS country,
       CASE WHEN shows_languages THEN languages ELSE '{}' END AS languages,
       CASE WHEN shows_interests THEN interests ELSE '{}' END AS interests,
       findable
FROM notices.profile WHERE public;
GRANT USAGE ON SCHEMA notices TO throughline_reader;
GRANT SELECT ON notices.published_profile TO throughline_reader;
