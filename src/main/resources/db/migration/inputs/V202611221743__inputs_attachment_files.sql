-- An attachment is a file that is really kept.
ALTER TABLE inputs.attachment ADD CONSTRAINT attachment_file FOREIGN KEY (file_id) REFERENCES files.file (id);
ALTER TABLE inputs.draft_file ADD CONSTRAINT draft_file_file FOREIGN KEY (file_id) REFERENCES files.file (id);
