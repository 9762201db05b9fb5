-- What the secretariat's checks read out of the current revision of an input, kept so that ten thousand inputs can be
-- compared at once. Made when first needed, and anew when the input or the rules of the checks change.
CREATE TABLE inputs.fingerprint (
    input_id   uuid PRIMARY KEY REFERENCES inputs.input,
    revision   int NOT NULL,
    rules      int NOT NULL,
    words      int NOT NULL,
    text_hash  bytea NOT NULL,
    signature  bytea NOT NULL,
    language   text NOT NULL,
    personal   int NOT NULL,
    missing    int NOT NULL
);

-- The original of an input typed in from paper carries signatures and addresses: it is the secretariat's proof, not an
-- attachment, whatever its sender allows for attachments.
CREATE OR REPLACE VIEW inputs.published_attachment AS
    SELECT t.id, t.input_id, t.question, t.position, t.title, t.file_id
    FROM inputs.attachment t JOIN inputs.published_input p ON p.id = t.input_id AND p.revision = t.revision
    WHERE p.files_public AND t.question <> ':original';
