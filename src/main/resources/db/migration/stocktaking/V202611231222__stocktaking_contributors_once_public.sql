-- Named as a contributor is only who was public, in the words that were, and allows it still.
CREATE OR REPLACE VIEW stocktaking.published_contributor AS
SELECT s.number, g.number AS from_number, r.entity_name, r.entity_type, r.entity_country, g.merged_at AS at
FROM stocktaking.project g
JOIN stocktaking.project s ON s.id = g.merged_into
JOIN stocktaking.collection c ON c.id = s.collection_id
JOIN stocktaking.revision r ON r.project_id = g.id AND r.number = g.public_revision
WHERE s.published_at IS NOT NULL AND s.withdrawn_at IS NULL AND s.merged_into IS NULL AND s.consent_text
  AND c.published_at IS NOT NULL AND g.first_published_at IS NOT NULL AND g.withdrawn_at IS NULL AND g.consent_text
  AND g.consent_name AND r.entity_name <> '';
