-- Since when decisions about a vocabulary are learnt from, where the secretariat has begun anew.
CREATE TABLE suggestions.fresh_start (
    vocabulary  text PRIMARY KEY CHECK (vocabulary <> ''),
    since       timestamptz NOT NULL
);

-- Whether a model is behind its lessons is told by the lessons themselves: a number taken inside a transaction could
-- be seen before what it stood for.
DROP SEQUENCE suggestions.lesson_change;
DELETE FROM suggestions.model;
