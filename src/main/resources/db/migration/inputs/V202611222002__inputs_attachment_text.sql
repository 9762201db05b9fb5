-- What the files say that may be shown: for the search alone, and bounded, as nobody reads a book in a search result.
CREATE VIEW inputs.published_attachment_text AS
    SELECT t.input_id, t.position, left(f.extracted_text, 200000) AS text
    FROM inputs.published_attachment t JOIN files.file f ON f.id = t.file_id
    WHERE f.extracted_text IS NOT NULL;

GRANT SELECT ON inputs.published_attachment_text TO throughline_reader;
