-- The identifiers that entries had in the register before this one (`Details?projectId=…`), so that old links lead on.
CREATE TABLE stocktaking.former_address (
    former_id   text COLLATE "C" PRIMARY KEY CHECK (former_id ~ '^[0-9A-Za-z-]{1,40}$'),
    project_id  uuid NOT NULL REFERENCES stocktaking.project ON DELETE CASCADE
);
CREATE INDEX former_address_of_project ON stocktaking.former_address (project_id);

-- Of entries that were public once: where they are, or that they are gone, their own page says.
CREATE VIEW stocktaking.published_former_address AS
SELECT f.former_id, p.number
FROM stocktaking.former_address f
JOIN stocktaking.project p ON p.id = f.project_id
JOIN stocktaking.collection c ON c.id = p.collection_id
WHERE p.first_published_at IS NOT NULL AND c.published_at IS NOT NULL;

GRANT SELECT ON stocktaking.published_former_address TO throughline_reader;
