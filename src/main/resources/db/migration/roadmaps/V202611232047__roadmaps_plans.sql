-- Road maps of action lines, one for each, as paragraph 113 of A/RES/80/173 asks for. What one says stands in one object,
-- and every state it was ever in is kept.
CREATE TABLE roadmaps.plan (
    line        text PRIMARY KEY CHECK (line ~ '^C[0-9A-Z-]{1,12}$'),
    facts       jsonb NOT NULL,
    version     int NOT NULL DEFAULT 1,
    changed_at  timestamptz NOT NULL
);

CREATE TABLE roadmaps.plan_version (
    line        text NOT NULL REFERENCES roadmaps.plan,
    version     int NOT NULL,
    at          timestamptz NOT NULL,
    facts       jsonb NOT NULL,
    PRIMARY KEY (line, version)
);

-- Their list has this address.
ALTER TABLE roadmaps.track ADD CHECK (code NOT IN ('action-lines', 'all'));

CREATE VIEW roadmaps.published_plan AS SELECT line, facts, version, changed_at FROM roadmaps.plan;
CREATE VIEW roadmaps.published_plan_version AS SELECT line, version, at, facts FROM roadmaps.plan_version;
GRANT SELECT ON roadmaps.published_plan, roadmaps.published_plan_version TO throughline_reader;
