-- Pictures, where they are asked for.
ALTER TABLE files.file
    DROP CONSTRAINT file_media_type_check,
    ADD CONSTRAINT file_media_type_check CHECK (media_type IN (
        'application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.oasis.opendocument.text',
        'text/plain',
        'image/png',
        'image/jpeg',
        'image/webp'));
