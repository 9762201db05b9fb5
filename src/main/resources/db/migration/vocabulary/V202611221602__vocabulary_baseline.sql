-- Reference data in versions. What was once loaded is what old records refer to, so a version is never edited or removed.
CREATE SCHEMA vocabulary;

CREATE TABLE vocabulary.scheme (
    name       text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]*$'),
    version    text NOT NULL CHECK (version ~ '^\d{4}-\d{2}-\d{2}$'),
    source     text NOT NULL,
    title      jsonb NOT NULL,
    note       jsonb NOT NULL,
    loaded_at  timestamptz NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TABLE vocabulary.term (
    scheme      text NOT NULL,
    version     text NOT NULL,
    code        text NOT NULL CHECK (code <> ''),
    parent      text,
    names       jsonb NOT NULL,
    notes       jsonb NOT NULL,
    position    int NOT NULL CHECK (position >= 0),
    attributes  jsonb NOT NULL,
    PRIMARY KEY (scheme, version, code),
    UNIQUE (scheme, version, position),
    FOREIGN KEY (scheme, version) REFERENCES vocabulary.scheme,
    FOREIGN KEY (scheme, version, parent) REFERENCES vocabulary.term
);

-- The content of a release that has been looked at already; a start with the same content has nothing to load.
CREATE TABLE vocabulary.shipment (
    fingerprint  text PRIMARY KEY,
    loaded_at    timestamptz NOT NULL
);

CREATE FUNCTION vocabulary.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A loaded version of a vocabulary is never changed: load a new version instead';
END $$;
CREATE TRIGGER scheme_never_changes BEFORE UPDATE OR DELETE ON vocabulary.scheme
    FOR EACH ROW EXECUTE FUNCTION vocabulary.refuse_change();
CREATE TRIGGER term_never_changes BEFORE UPDATE OR DELETE ON vocabulary.term
    FOR EACH ROW EXECUTE FUNCTION vocabulary.refuse_change();

CREATE VIEW vocabulary.published_scheme AS
    SELECT name, version, source, title, note, loaded_at,
           version = max(version) OVER (PARTITION BY name) AS is_current
    FROM vocabulary.scheme;

CREATE VIEW vocabulary.published_term AS
    SELECT t.scheme, t.version, t.code, t.parent, t.names, t.notes, t.position, t.attributes, s.is_current
    FROM vocabulary.term t JOIN vocabulary.published_scheme s ON s.name = t.scheme AND s.version = t.version;

GRANT USAGE ON SCHEMA vocabulary TO throughline_reader;
GRANT SELECT ON vocabulary.published_scheme, vocabulary.published_term TO throughline_reader;
