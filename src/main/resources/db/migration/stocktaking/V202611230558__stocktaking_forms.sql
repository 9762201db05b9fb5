-- Projects in the making, who keeps an entry with whom, and what tells that two titles are alike.

-- What was allowed when a state was sent, so that its receipt can be opened after the keeper has changed it.
ALTER TABLE stocktaking.revision ADD COLUMN allowed text NOT NULL DEFAULT '';
UPDATE stocktaking.revision r SET allowed = concat_ws(',',
    CASE WHEN p.consent_name THEN 'name' END, CASE WHEN p.consent_text THEN 'text' END,
    CASE WHEN p.consent_files THEN 'files' END, CASE WHEN p.consent_quotation THEN 'quotation' END,
    CASE WHEN p.consent_translation THEN 'translation' END)
FROM stocktaking.project p WHERE p.id = r.project_id;
ALTER TABLE stocktaking.attachment ADD CONSTRAINT attachment_file FOREIGN KEY (file_id) REFERENCES files.file (id);
CREATE INDEX attachment_of_file ON stocktaking.attachment (file_id);

-- What somebody types until they send it, exactly as typed; to become a new entry, or a new state of one.
CREATE TABLE stocktaking.draft (
    id             uuid PRIMARY KEY,
    collection_id  uuid NOT NULL REFERENCES stocktaking.collection,
    owner          uuid NOT NULL,
    -- the entry it is to change, and the version of it that it began from
    project_id     uuid REFERENCES stocktaking.project,
    project_seen   int,
    content        jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    resume_code    text NOT NULL UNIQUE,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    sent_project   uuid REFERENCES stocktaking.project,
    version        int NOT NULL DEFAULT 0,
    CHECK ((project_id IS NULL) = (project_seen IS NULL))
);
CREATE INDEX draft_of_owner ON stocktaking.draft (owner, updated_at);
CREATE UNIQUE INDEX draft_one_per_change ON stocktaking.draft (owner, project_id)
    WHERE sent_project IS NULL AND project_id IS NOT NULL;

CREATE TABLE stocktaking.draft_file (
    id           uuid PRIMARY KEY,
    draft_id     uuid NOT NULL REFERENCES stocktaking.draft ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind IN ('picture', 'logo', 'document')),
    file_id      uuid NOT NULL REFERENCES files.file (id),
    title        text NOT NULL,
    alternative  text NOT NULL,
    added_at     timestamptz NOT NULL
);
CREATE INDEX draft_file_of_draft ON stocktaking.draft_file (draft_id);
CREATE INDEX draft_file_of_file ON stocktaking.draft_file (file_id);

-- Somebody is asked by mail to keep an entry with others, or to become its owner. Only the hash of the link is kept.
CREATE TABLE stocktaking.invitation (
    id           uuid PRIMARY KEY,
    project_id   uuid NOT NULL REFERENCES stocktaking.project,
    role         text NOT NULL CHECK (role IN ('owner', 'keeper')),
    email        text NOT NULL,
    token_hash   bytea NOT NULL UNIQUE,
    made_by      uuid,
    made_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    answered_at  timestamptz,
    accepted     boolean
);
CREATE INDEX invitation_of_project ON stocktaking.invitation (project_id, made_at);

-- Somebody says that an entry is theirs; its owner, or where it has none the secretariat, decides.
CREATE TABLE stocktaking.ownership_claim (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL REFERENCES stocktaking.project,
    person      uuid NOT NULL,
    words       text NOT NULL,
    made_at     timestamptz NOT NULL,
    decided_at  timestamptz,
    decided_by  uuid,
    granted     boolean,
    reason      text NOT NULL DEFAULT '',
    CHECK ((decided_at IS NULL) = (granted IS NULL))
);
CREATE UNIQUE INDEX ownership_claim_open ON stocktaking.ownership_claim (project_id, person) WHERE decided_at IS NULL;
CREATE INDEX ownership_claim_waiting ON stocktaking.ownership_claim (made_at) WHERE decided_at IS NULL;

-- Numbers that alike titles are likely to share (see TitlePrint), and the bare address of the website.
CREATE TABLE stocktaking.title_print (
    project_id  uuid PRIMARY KEY REFERENCES stocktaking.project,
    bands       int[] NOT NULL,
    site        text NOT NULL
);
CREATE INDEX title_print_bands ON stocktaking.title_print USING gin (bands);
CREATE INDEX title_print_site ON stocktaking.title_print (site) WHERE site <> '';
