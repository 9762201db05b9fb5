-- Families of inputs with nearly the same text, as the secretariat accepted them: one campaign, many signatures. What was
-- replaced since has left its family.
CREATE TABLE inputs.family (
    id           uuid PRIMARY KEY,
    call_id      uuid NOT NULL REFERENCES calls.call,
    accepted_at  timestamptz NOT NULL
);
CREATE INDEX family_of_call ON inputs.family (call_id);

CREATE TABLE inputs.family_member (
    input_id   uuid PRIMARY KEY REFERENCES inputs.input,
    revision   int NOT NULL,
    family_id  uuid NOT NULL REFERENCES inputs.family ON DELETE CASCADE
);
CREATE INDEX member_of_family ON inputs.family_member (family_id);

-- Of a family the public knows the members that are public, if there are two at least.
CREATE VIEW inputs.published_family AS
    SELECT family_id, call_id, input_id, number, first, inputs
    FROM (SELECT m.family_id, p.call_id, p.id AS input_id, p.number,
                 min(p.number) OVER same AS first, count(*) OVER same AS inputs
          FROM inputs.family_member m JOIN inputs.published_input p ON p.id = m.input_id AND p.revision = m.revision
          WINDOW same AS (PARTITION BY p.call_id, m.family_id)) members
    WHERE inputs > 1;

GRANT SELECT ON inputs.published_family TO throughline_reader;
