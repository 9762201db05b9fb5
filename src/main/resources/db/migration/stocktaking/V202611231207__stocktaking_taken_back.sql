-- Since when a state that was public once is nobody's to see any more, because its publication was undone: those who
-- took it away earlier are told.
ALTER TABLE stocktaking.revision ADD COLUMN taken_back_at timestamptz;
ALTER TABLE stocktaking.revision ADD CHECK (taken_back_at IS NULL OR first_public_at IS NULL);

CREATE VIEW stocktaking.published_taken_back AS
SELECT p.number, r.number AS version, r.taken_back_at AS at
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.revision r ON r.project_id = p.id
WHERE r.taken_back_at IS NOT NULL AND p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL
  AND p.consent_text AND c.published_at IS NOT NULL;
GRANT SELECT ON stocktaking.published_taken_back TO throughline_reader;
