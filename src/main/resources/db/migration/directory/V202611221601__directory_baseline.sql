-- People, what they may do, how they prove who they are. No view here is published: who has an account is nobody's business.
CREATE SCHEMA directory;

CREATE TABLE directory.person (
    id            uuid PRIMARY KEY,
    email         text UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%' AND length(email) <= 254),
    name          text NOT NULL CHECK (length(name) <= 400),
    password_hash text,
    language      text NOT NULL CHECK (language IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    -- Counts up when every open session of the person has to end.
    version       int NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    verified_at   timestamptz,
    disabled_at   timestamptz,
    -- A deleted person keeps the id, which contributions refer to, and nothing else.
    deleted_at    timestamptz,
    CHECK ((email IS NULL) = (deleted_at IS NOT NULL)),
    CHECK (deleted_at IS NULL OR (name = '' AND password_hash IS NULL))
);

-- What a person may do beyond contributing, which everybody may.
CREATE TABLE directory.granted_role (
    person     uuid NOT NULL REFERENCES directory.person,
    role       text NOT NULL CHECK (role IN ('ANALYST', 'PUBLISHER', 'SECRETARIAT', 'CHAIR', 'JUROR', 'VOTER', 'OPERATOR')),
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (person, role)
);
CREATE INDEX granted_role_role ON directory.granted_role (role);

-- One-time links by mail: to sign in (which makes the account of a new address) and to confirm a registration.
-- Only the hash of what the mail says is kept.
CREATE TABLE directory.link (
    id            uuid PRIMARY KEY,
    token_hash    bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    purpose       text NOT NULL CHECK (purpose IN ('sign-in', 'registration')),
    email         text NOT NULL,
    -- What a registration waits to become. Nothing of it enters the person's row before the address is confirmed.
    name          text,
    password_hash text,
    language      text NOT NULL,
    next          text,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL CHECK (expires_at > created_at),
    used_at       timestamptz,
    CHECK (purpose <> 'registration' OR (name IS NOT NULL AND password_hash IS NOT NULL))
);
CREATE INDEX link_expires_at ON directory.link (expires_at);

-- Keys for programs that act for a person through the API.
CREATE TABLE directory.token (
    id         uuid PRIMARY KEY,
    person     uuid NOT NULL REFERENCES directory.person,
    name       text NOT NULL,
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    used_at    timestamptz,
    revoked_at timestamptz
);
CREATE INDEX token_person ON directory.token (person);
