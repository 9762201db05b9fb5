-- The append-only log: entries, the tree over them, and what the log has said about itself under its signature.
CREATE SCHEMA ledger;

-- An entry is written with the act it records and gets its place in the log right after the commit.
CREATE TABLE ledger.entry (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{0,39}$'),
    subject     text NOT NULL CHECK (subject ~ '^[A-Za-z0-9][A-Za-z0-9._~:/-]{0,199}$'),
    hash        bytea NOT NULL CHECK (octet_length(hash) = 32),
    at          timestamptz NOT NULL,
    leaf_index  bigint UNIQUE CHECK (leaf_index >= 0)
);
CREATE INDEX entry_waiting ON ledger.entry (id) WHERE leaf_index IS NULL;

-- Complete nodes of the tree, which never change; level 0 holds the hashes of the leaves.
CREATE TABLE ledger.node (
    level  int NOT NULL CHECK (level BETWEEN 0 AND 62),
    index  bigint NOT NULL CHECK (index >= 0),
    hash   bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, index)
);

CREATE TABLE ledger.checkpoint (
    size  bigint PRIMARY KEY CHECK (size >= 0),
    root  bytea NOT NULL CHECK (octet_length(root) = 32),
    note  text NOT NULL,
    at    timestamptz NOT NULL
);

-- Every key that has signed the log: who keeps an old receipt needs the key of its day.
CREATE TABLE ledger.key (
    public_key     text PRIMARY KEY,
    first_used_at  timestamptz NOT NULL
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only: % on %', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER entry_keeps BEFORE UPDATE ON ledger.entry FOR EACH ROW
    WHEN (OLD.leaf_index IS NOT NULL OR (OLD.id, OLD.kind, OLD.subject, OLD.hash, OLD.at) IS DISTINCT FROM (NEW.id, NEW.kind, NEW.subject, NEW.hash, NEW.at))
    EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER entry_stays BEFORE DELETE ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER node_stays BEFORE UPDATE OR DELETE ON ledger.node FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoint_stays BEFORE UPDATE OR DELETE ON ledger.checkpoint FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();

-- Everything in the log is public by design; what has no place yet is not in it.
CREATE VIEW ledger.published_entry AS
    SELECT id, kind, subject, hash, at, leaf_index FROM ledger.entry WHERE leaf_index IS NOT NULL;
CREATE VIEW ledger.published_node AS SELECT level, index, hash FROM ledger.node;
CREATE VIEW ledger.published_checkpoint AS SELECT size, root, note, at FROM ledger.checkpoint;
CREATE VIEW ledger.published_key AS SELECT public_key, first_used_at FROM ledger.key;

GRANT USAGE ON SCHEMA ledger TO throughline_reader;
GRANT SELECT ON ledger.published_entry, ledger.published_node, ledger.published_checkpoint, ledger.published_key TO throughline_reader;
