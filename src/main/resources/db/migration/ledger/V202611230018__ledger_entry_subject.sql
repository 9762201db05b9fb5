-- Pages lead from a thing to what is on record about it.
CREATE INDEX entry_subject ON ledger.entry (subject) WHERE leaf_index IS NOT NULL;
