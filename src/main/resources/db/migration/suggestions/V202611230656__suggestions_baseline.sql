-- What people decided about suggested codes, what public texts teach, and what was learnt from them.
CREATE SCHEMA suggestions;

-- One row for each decision. The text is not here, only what tells whether it was the same one.
CREATE TABLE suggestions.acceptance (
    id          uuid PRIMARY KEY,
    subject     text NOT NULL CHECK (subject <> ''),
    text_hash   text NOT NULL CHECK (text_hash ~ '^[0-9a-f]{64}$'),
    vocabulary  text NOT NULL,
    code        text NOT NULL CHECK (code <> ''),
    -- Its place among the suggestions, from 1; absent for a code that a person chose without one.
    rank        int CHECK (rank > 0),
    accepted    boolean NOT NULL,
    decided_by  uuid,
    decided_at  timestamptz NOT NULL,
    CHECK (accepted OR rank IS NOT NULL)
);
CREATE INDEX ON suggestions.acceptance (subject, decided_at);

-- What a public text teaches: which features it has and which codes people gave it. Removed when it is no longer public.
CREATE TABLE suggestions.lesson (
    subject     text NOT NULL CHECK (subject <> ''),
    vocabulary  text NOT NULL,
    codes       text[] NOT NULL CHECK (cardinality(codes) > 0),
    features    jsonb NOT NULL CHECK (jsonb_typeof(features) = 'object'),
    taught_at   timestamptz NOT NULL,
    PRIMARY KEY (subject, vocabulary)
);
CREATE INDEX ON suggestions.lesson (vocabulary, taught_at DESC);

-- Goes up with every lesson that comes, changes or goes, so that a model knows whether it is behind.
CREATE SEQUENCE suggestions.lesson_change;

-- Weights learnt here, as the program's own files have them; the newest of a vocabulary holds.
CREATE TABLE suggestions.model (
    id          uuid PRIMARY KEY,
    vocabulary  text NOT NULL,
    lessons     int NOT NULL CHECK (lessons > 0),
    change      bigint NOT NULL,
    weights     text NOT NULL,
    made_at     timestamptz NOT NULL
);
CREATE INDEX ON suggestions.model (vocabulary, made_at DESC);
