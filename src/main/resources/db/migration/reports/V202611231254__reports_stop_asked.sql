-- Somebody wants the making to stop; the process that works on it, on whichever node, looks here.
ALTER TABLE reports.edition ADD COLUMN stop_asked boolean NOT NULL DEFAULT false;
