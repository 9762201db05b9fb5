-- An edition shows nothing of a state whose publication was undone, though its entry is public in another one.
CREATE OR REPLACE VIEW reports.edition_line AS
SELECT x.edition_id, x.number, x.version, x.hash,
       CASE WHEN p.number IS NOT NULL AND v.number IS NOT NULL THEN
           x.data - CASE WHEN p.quotable THEN ARRAY[]::text[] ELSE ARRAY['summary', 'results'] END
                  - CASE WHEN p.entity_name <> '' THEN ARRAY[]::text[] ELSE ARRAY['entityName', 'website'] END
       END AS data,
       p.number IS NOT NULL AND v.number IS NOT NULL
           AND (p.quotable OR NOT (jsonb_exists(x.data, 'summary') OR jsonb_exists(x.data, 'results')))
           AND (p.entity_name <> '' OR NOT (jsonb_exists(x.data, 'entityName') OR jsonb_exists(x.data, 'website'))) AS whole,
       CASE WHEN p.number IS NULL THEN coalesce(t.kind, 'unpublished')
            WHEN v.number IS NULL THEN 'taken-back' END AS gone,
       t.merged_into
FROM reports.edition_project x
LEFT JOIN stocktaking.published_project p ON p.number = x.number
LEFT JOIN stocktaking.published_version v ON v.number = x.number AND v.version = x.version
LEFT JOIN stocktaking.published_tombstone t ON t.number = x.number;
