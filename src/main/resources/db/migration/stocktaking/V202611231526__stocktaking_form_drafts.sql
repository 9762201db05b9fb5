-- What the secretariat changes in the form of a register until it is saved as the next version. One draft a register,
-- which everybody who may works on step by step.
CREATE TABLE stocktaking.form_draft (
    collection_id  uuid PRIMARY KEY REFERENCES stocktaking.collection,
    -- the version of the form that it began from
    base           int NOT NULL CHECK (base > 0),
    definition     jsonb NOT NULL CHECK (jsonb_typeof(definition) = 'object'),
    changed_at     timestamptz NOT NULL
);
