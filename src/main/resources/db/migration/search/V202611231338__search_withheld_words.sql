-- Entries of which some words may not be given. Until the index has taken in the others, they are not found at all.
ALTER TABLE search.entry ADD COLUMN withheld boolean NOT NULL DEFAULT false;

CREATE VIEW search.published_behind AS
SELECT e.id, e.kind, e.key
FROM search.hsearch_outbox_event o JOIN search.entry e ON e.id = o.entityid::uuid
WHERE e.withheld;
GRANT SELECT ON search.published_behind TO throughline_reader;
CREATE INDEX entry_withheld ON search.entry (id) WHERE withheld;
