-- An edition says how many inputs it quotes as of its publication. Those published before it was kept are counted from
-- what they rested on then, which never changes.
UPDATE synthesis.edition e SET counts = e.counts || jsonb_build_object('quoted',
    (SELECT count(DISTINCT p.input_id) FROM synthesis.edition_evidence v JOIN synthesis.passage p ON p.id = v.passage_id
     WHERE v.edition_id = e.id))
WHERE e.counts -> 'quoted' IS NULL;
