-- Somebody wants the import to stop; the process that works on it, on whichever node, looks here.
ALTER TABLE inputs.import_job ADD COLUMN stop_asked boolean NOT NULL DEFAULT false;
