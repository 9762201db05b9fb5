-- What the secretariat did to many entries at once, and to two that it merged, with what was before for each, so that
-- it can be undone.
CREATE TABLE stocktaking.batch (
    id             uuid PRIMARY KEY,
    kind           text NOT NULL CHECK (kind IN ('publish', 'decline', 'tag', 'untag', 'merge')),
    -- the reason that keepers are told, or the tag
    words          text NOT NULL,
    person         uuid,
    name           text NOT NULL,
    begun_at       timestamptz NOT NULL,
    seen_at        timestamptz NOT NULL,
    ended_at       timestamptz,
    stopped_at     timestamptz,
    undo_begun_at  timestamptz,
    undone_at      timestamptz
);
CREATE INDEX batch_begun ON stocktaking.batch (begun_at);

CREATE TABLE stocktaking.batch_item (
    batch_id    uuid NOT NULL REFERENCES stocktaking.batch,
    position    int NOT NULL,
    project_id  uuid NOT NULL REFERENCES stocktaking.project,
    -- the entry's version when it was chosen, and after it was dealt with
    seen        int NOT NULL,
    after       int,
    state       text NOT NULL CHECK (state IN ('waiting', 'done', 'skipped', 'undone', 'kept')),
    why         text NOT NULL DEFAULT '',
    before      jsonb,
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX batch_item_state ON stocktaking.batch_item (batch_id, state, position);
CREATE INDEX batch_item_of_project ON stocktaking.batch_item (project_id);

-- The secretariat's own marks, nobody else's business.
CREATE TABLE stocktaking.tag (
    project_id  uuid NOT NULL REFERENCES stocktaking.project,
    tag         text NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (project_id, tag)
);
CREATE INDEX tag_by_name ON stocktaking.tag (tag, project_id);

-- Who else contributed to an entry: those whose entries became part of it, where they may be named.
CREATE VIEW stocktaking.published_contributor AS
SELECT s.number, g.number AS from_number, r.entity_name, r.entity_type, r.entity_country, g.merged_at AS at
FROM stocktaking.project g
JOIN stocktaking.project s ON s.id = g.merged_into
JOIN stocktaking.collection c ON c.id = s.collection_id
JOIN stocktaking.revision r ON r.project_id = g.id AND r.number = coalesce(g.public_revision, g.revision)
WHERE s.published_at IS NOT NULL AND s.withdrawn_at IS NULL AND s.merged_into IS NULL AND s.consent_text
  AND c.published_at IS NOT NULL AND g.withdrawn_at IS NULL AND g.consent_text AND g.consent_name AND r.entity_name <> '';
GRANT SELECT ON stocktaking.published_contributor TO throughline_reader;
