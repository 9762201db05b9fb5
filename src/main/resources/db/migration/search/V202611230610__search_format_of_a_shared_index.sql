-- Which form an index has that several nodes share; one in a data folder says so itself.
ALTER TABLE search.index_state ADD COLUMN format text NOT NULL DEFAULT '';
