-- A sentence may be measured against the inputs that answered one question, and not against all published ones. Empty:
-- all, as it was for every sentence so far.
ALTER TABLE synthesis.sentence ADD COLUMN base_question text NOT NULL DEFAULT '';

-- As of publication: {"question", "label", "inputs"}. Absent: all inputs that were published then.
ALTER TABLE synthesis.edition_sentence ADD COLUMN base jsonb;

CREATE OR REPLACE VIEW synthesis.published_sentence AS
    SELECT s.edition_id, s.line, s.section_code, s.section_title, s.theme, s.text, s.plain_words,
           (SELECT count(DISTINCT p.input_id) FROM synthesis.edition_evidence v JOIN synthesis.passage p ON p.id = v.passage_id
            WHERE v.edition_id = s.edition_id AND v.line = s.line) AS inputs_then,
           s.base
    FROM synthesis.edition_sentence s;
