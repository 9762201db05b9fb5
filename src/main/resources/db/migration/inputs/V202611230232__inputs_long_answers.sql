-- What copies are known by beside the whole text: one number for each long answer, equal when the answers are the same word
-- for word. And whether an input says hardly anything itself.
ALTER TABLE inputs.fingerprint ADD COLUMN long_answers bigint[] NOT NULL DEFAULT '{}';
ALTER TABLE inputs.fingerprint ADD COLUMN hardly boolean NOT NULL DEFAULT false;
