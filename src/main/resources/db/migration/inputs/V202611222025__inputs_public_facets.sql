-- Lists count published inputs by four facets; the index holds all that is counted.
CREATE INDEX input_public_facets ON inputs.input (call_id, number) INCLUDE (stakeholder_type, region, country, language)
    WHERE published_at IS NOT NULL AND withdrawn_at IS NULL AND duplicate_of IS NULL AND consent_text;
