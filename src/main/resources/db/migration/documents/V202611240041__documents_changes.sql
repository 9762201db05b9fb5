-- When each document that is or was public last changed for its readers, for harvesters. What is posted changes by being
-- translated or withdrawn and in no other way, so the last change of its row is the one that they ask for.
CREATE INDEX document_changed ON documents.document (updated_at, address) WHERE posted_at IS NOT NULL;
CREATE VIEW documents.published_change AS
    SELECT id, series, address, state = 'posted' AS shown, updated_at AS changed_at FROM documents.document
    WHERE posted_at IS NOT NULL;
GRANT SELECT ON documents.published_change TO throughline_reader;
