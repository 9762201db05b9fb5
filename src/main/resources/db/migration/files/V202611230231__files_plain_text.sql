-- The original of an input that came by mail may be the mail itself, as plain text.
ALTER TABLE files.file
    DROP CONSTRAINT file_media_type_check,
    ADD CONSTRAINT file_media_type_check CHECK (media_type IN (
        'application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.oasis.opendocument.text',
        'text/plain'));
