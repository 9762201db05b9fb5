-- Which forms came with the program: those follow it, those that the secretariat gave do not.
ALTER TABLE stocktaking.form ADD COLUMN shipped boolean NOT NULL DEFAULT false;
UPDATE stocktaking.form f SET shipped = true
FROM stocktaking.collection c WHERE c.id = f.collection_id AND c.slug = 'wsis' AND f.version = 1;
