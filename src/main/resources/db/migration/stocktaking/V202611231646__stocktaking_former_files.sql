-- Files of earlier public states of entries that are public now, by the address they had then; and the one they have now,
-- where the entry still has the file.
CREATE VIEW stocktaking.published_former_attachment AS
SELECT p.number, a.id,
       (SELECT n.id FROM stocktaking.attachment n
        WHERE n.project_id = p.id AND n.revision = p.public_revision AND n.file_id = a.file_id
          AND p.consent_text AND p.consent_files
        ORDER BY n.position LIMIT 1) AS now
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.attachment a ON a.project_id = p.id AND a.revision < p.public_revision
JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = a.revision AND r.first_public_at IS NOT NULL
WHERE p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL AND c.published_at IS NOT NULL;
GRANT SELECT ON stocktaking.published_former_attachment TO throughline_reader;
