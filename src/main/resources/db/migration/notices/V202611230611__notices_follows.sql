-- What people follow, and what they were told of it. A subscriber is a person with an account, or an address alone
-- that was confirmed by mail.
CREATE TABLE notices.subscriber (
    id           uuid PRIMARY KEY,
    person       uuid UNIQUE,
    address      text UNIQUE CHECK (address = lower(address) AND length(address) <= 254),
    language     text NOT NULL CHECK (language IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    created_at   timestamptz NOT NULL,
    -- When everything was stopped at once, as mail programs do.
    stopped_at   timestamptz,
    CHECK ((person IS NULL) <> (address IS NULL))
);

CREATE TABLE notices.follow (
    id           uuid PRIMARY KEY,
    subscriber   uuid NOT NULL REFERENCES notices.subscriber ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind IN ('search', 'project')),
    -- The query of the search's address in one form, or the number of the project.
    target       text NOT NULL CHECK (length(target) <= 2000),
    rhythm       text NOT NULL CHECK (rhythm IN ('daily', 'weekly', 'monthly')),
    created_at   timestamptz NOT NULL,
    -- When the address said yes; at once for people with an account.
    confirmed_at timestamptz,
    paused_at    timestamptz,
    told_until   timestamptz NOT NULL,
    next_at      timestamptz NOT NULL,
    UNIQUE (subscriber, kind, target)
);
CREATE INDEX follow_due ON notices.follow (next_at) WHERE confirmed_at IS NOT NULL AND paused_at IS NULL;
CREATE INDEX follow_unconfirmed ON notices.follow (created_at) WHERE confirmed_at IS NULL;

-- Entries that a follow was told of, so that their withdrawal can be told too.
CREATE TABLE notices.told (
    follow uuid NOT NULL REFERENCES notices.follow ON DELETE CASCADE,
    number bigint NOT NULL,
    PRIMARY KEY (follow, number)
);

-- By what an entry could be found while it was public, as codes and nothing else: after its withdrawal this tells
-- whose follows it had belonged to.
CREATE TABLE notices.known (
    number bigint PRIMARY KEY,
    codes  text[] NOT NULL
);
CREATE TABLE notices.known_until (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    until timestamptz NOT NULL
);
