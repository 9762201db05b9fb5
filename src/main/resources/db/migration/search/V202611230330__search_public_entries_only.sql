-- Nothing was ever written for the secretariat alone: what is not public has no entry.
DELETE FROM search.entry WHERE audience <> 'public';
DROP VIEW search.published_entry;
ALTER TABLE search.entry DROP COLUMN audience;

CREATE VIEW search.published_entry AS
SELECT id, kind, key, url, language, words, facets, happened_at
FROM search.entry;

GRANT SELECT ON search.published_entry TO throughline_reader;
