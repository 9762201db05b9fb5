-- Which answers of a state name people or organisations, as its form says: they are shown only where those may be
-- named. Forms used to have no say in it.
ALTER TABLE stocktaking.revision ADD COLUMN naming text[] NOT NULL
    DEFAULT ARRAY['entityName', 'entityWebsite', 'website', 'partners', 'partnerships', 'videoLinks'];

CREATE OR REPLACE VIEW stocktaking.published_project AS
SELECT p.number, c.slug AS collection, r.title, r.summary, r.language, r.activity_type, r.status, r.coverage, r.starts_on,
       r.ends_on, r.ongoing, r.action_lines, r.sdgs, r.gdc, r.countries, r.regions, r.beneficiaries,
       CASE WHEN p.consent_name THEN r.entity_name ELSE '' END AS entity_name, r.entity_type, r.entity_country,
       CASE WHEN p.consent_name THEN r.website ELSE '' END AS website,
       CASE WHEN p.consent_name THEN r.answers ELSE r.answers - r.naming END AS answers,
       r.form_version, p.public_revision AS version, r.completeness, p.consent_quotation AS quotable,
       p.consent_translation AS translatable, p.received_at, p.published_at, r.first_public_at AS updated_at,
       p.confirmed_at, p.closed_at
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.public_revision
WHERE p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL AND p.consent_text
  AND c.published_at IS NOT NULL;

CREATE OR REPLACE VIEW stocktaking.published_version AS
SELECT p.number, r.number AS version, r.title, r.language,
       CASE WHEN p.consent_name THEN r.answers ELSE r.answers - r.naming END AS answers,
       r.form_version, r.first_public_at AS published_at
FROM stocktaking.project p
JOIN stocktaking.collection c ON c.id = p.collection_id
JOIN stocktaking.revision r ON r.project_id = p.id
WHERE r.first_public_at IS NOT NULL AND p.published_at IS NOT NULL AND p.withdrawn_at IS NULL AND p.merged_into IS NULL
  AND p.consent_text AND c.published_at IS NOT NULL;
