-- Who marked a passage is told by the person's id: a name would stay after its account is deleted. What stood there
-- was shown nowhere.
ALTER TABLE synthesis.passage DROP COLUMN created_by, ADD COLUMN created_by uuid;
