-- What owners call by a number can be counted in sets of numbers.
ALTER TABLE search.entry
    ADD COLUMN number int GENERATED ALWAYS AS (CASE WHEN key ~ '^[0-9]{1,9}$' THEN key::int END) STORED;
