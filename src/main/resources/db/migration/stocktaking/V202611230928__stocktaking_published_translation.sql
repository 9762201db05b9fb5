-- What a source that entries are brought in from says of them in other languages than the entry's own, for each state
-- that was public once. It belongs to the state that came with it: where somebody has changed the entry since, the
-- words in other languages no longer say the same and are not shown.
CREATE VIEW stocktaking.published_translation AS
SELECT p.number, i.revision AS version, t.language,
       coalesce(t.words ->> 'title', '') AS title,
       concat_ws(E'\n\n', t.words ->> 'description', t.words ->> 'targetGroups', t.words ->> 'otherDescription') AS description,
       coalesce(t.words ->> 'objectives', '') AS goals
FROM stocktaking.import_row i
JOIN stocktaking.project p ON p.id = i.project_id
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = i.revision
CROSS JOIN LATERAL jsonb_each(CASE WHEN jsonb_typeof(i.aside) = 'object' THEN i.aside ELSE '{}'::jsonb END) AS t (language, words)
WHERE i.aside IS NOT NULL AND NOT i.undone AND t.language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'
  AND t.language <> r.language AND jsonb_typeof(t.words) = 'object'
  AND r.first_public_at IS NOT NULL AND p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL
  AND p.consent_text AND c.published_at IS NOT NULL;

GRANT SELECT ON stocktaking.published_translation TO throughline_reader;
