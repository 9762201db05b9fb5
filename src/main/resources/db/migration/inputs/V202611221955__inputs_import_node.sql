-- Which data folder’s program works on an import, so that after a restart it is known at once that it no longer does.
ALTER TABLE inputs.import_job ADD COLUMN node text NOT NULL DEFAULT '';
