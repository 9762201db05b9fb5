-- The yearly call to say whether entries of the register are still true: a letter for each person who keeps one, with
-- a question for each entry.
CREATE TABLE notices.update_call (
    id          uuid PRIMARY KEY,
    collection  text NOT NULL,
    mailing     uuid NOT NULL UNIQUE REFERENCES notices.mailing ON DELETE CASCADE,
    reminder    uuid UNIQUE REFERENCES notices.mailing ON DELETE SET NULL,
    closes_at   timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    opened_at   timestamptz
);
CREATE TABLE notices.update_letter (
    id     uuid PRIMARY KEY,
    call   uuid NOT NULL REFERENCES notices.update_call ON DELETE CASCADE,
    person uuid NOT NULL,
    UNIQUE (call, person)
);
CREATE INDEX update_letter_person ON notices.update_letter (person);
CREATE TABLE notices.update_question (
    id          uuid PRIMARY KEY,
    letter      uuid NOT NULL REFERENCES notices.update_letter ON DELETE CASCADE,
    project     uuid NOT NULL,
    number      bigint NOT NULL,
    answer      text CHECK (answer IN ('true', 'over')),
    answered_at timestamptz,
    UNIQUE (letter, number),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX update_question_project ON notices.update_question (project);
