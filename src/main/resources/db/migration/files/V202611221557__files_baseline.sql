-- Files that people handed in. The content lies on disk under its hash; two rows may share one.
CREATE SCHEMA files;

CREATE TABLE files.file (
    id                 uuid PRIMARY KEY,
    sha256             text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size               bigint NOT NULL CHECK (size > 0),
    media_type         text NOT NULL CHECK (media_type IN (
                           'application/pdf',
                           'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
                           'application/vnd.oasis.opendocument.text')),
    original_name      text NOT NULL CHECK (length(original_name) BETWEEN 1 AND 200 AND original_name !~ '[[:cntrl:]/]'),
    stored_at          timestamptz NOT NULL,
    extraction_status  text NOT NULL CHECK (extraction_status IN ('waiting', 'running', 'extracted', 'failed')),
    extraction_tries   int NOT NULL DEFAULT 0,
    extraction_until   timestamptz,
    extracted_text     text,
    text_is_cut        boolean NOT NULL DEFAULT false,
    CHECK ((extraction_status = 'extracted') = (extracted_text IS NOT NULL)),
    CHECK (extraction_status <> 'running' OR extraction_until IS NOT NULL)
);
CREATE INDEX file_sha256 ON files.file (sha256);
CREATE INDEX file_to_read ON files.file (stored_at, id) WHERE extraction_status IN ('waiting', 'running');
