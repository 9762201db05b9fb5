-- Named versions of a road map, frozen as its milestones were: such as the one that a conference approved.
CREATE TABLE roadmaps.edition (
    track       text NOT NULL REFERENCES roadmaps.track,
    number      int NOT NULL,
    name        text NOT NULL CHECK (name <> ''),
    approval    text NOT NULL,
    taken_at    timestamptz NOT NULL,
    content     jsonb NOT NULL,
    PRIMARY KEY (track, number)
);

CREATE VIEW roadmaps.published_edition AS
    SELECT track, number, name, approval, taken_at, content FROM roadmaps.edition;
GRANT SELECT ON roadmaps.published_edition TO throughline_reader;
