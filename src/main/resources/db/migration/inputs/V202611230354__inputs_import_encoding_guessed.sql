-- Whether the encoding of an imported file was a guess that somebody should look at.
ALTER TABLE inputs.import_job ADD COLUMN encoding_guessed boolean NOT NULL DEFAULT false;
