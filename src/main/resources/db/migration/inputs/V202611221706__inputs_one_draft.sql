-- Two clicks on "Begin" and two machines at once still make one draft.
CREATE UNIQUE INDEX draft_one_per_person ON inputs.draft (owner, call_id) WHERE sent_input IS NULL AND replaces IS NULL;
CREATE UNIQUE INDEX draft_one_per_replacement ON inputs.draft (replaces) WHERE sent_input IS NULL AND replaces IS NOT NULL;
CREATE INDEX draft_file_of_draft ON inputs.draft_file (draft_id);
CREATE INDEX draft_file_of_file ON inputs.draft_file (file_id);
CREATE INDEX attachment_of_file ON inputs.attachment (file_id);
