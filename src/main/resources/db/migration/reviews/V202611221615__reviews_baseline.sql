-- A review (such as WSIS+20): what it is and the dated points on its way.
CREATE SCHEMA reviews;

CREATE TABLE reviews.review (
    id           uuid PRIMARY KEY,
    slug         text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
    title        jsonb NOT NULL,
    description  jsonb NOT NULL,
    created_at   timestamptz NOT NULL
);

CREATE TABLE reviews.milestone (
    id         uuid PRIMARY KEY,
    review_id  uuid NOT NULL REFERENCES reviews.review,
    held_on    date NOT NULL,
    kind       text NOT NULL,
    title      jsonb NOT NULL,
    source     text NOT NULL DEFAULT ''
);
CREATE INDEX milestone_of_review ON reviews.milestone (review_id, held_on);

CREATE VIEW reviews.published_review AS SELECT id, slug, title, description FROM reviews.review;
CREATE VIEW reviews.published_milestone AS SELECT id, review_id, held_on, kind, title, source FROM reviews.milestone;
GRANT USAGE ON SCHEMA reviews TO throughline_reader;
GRANT SELECT ON reviews.published_review, reviews.published_milestone TO throughline_reader;
