-- The item of a meeting's agenda under which a document is taken up.
ALTER TABLE documents.document ADD COLUMN agenda_item uuid REFERENCES groups.agenda_item;
CREATE OR REPLACE VIEW documents.published_document AS
    SELECT id, series, meeting, kind, change, change_number, parent, serial, prefix, symbol, symbol_key, address, sources,
        action, addressee, strategic_links, financial, refs, dated, cites, received_at, numbered_at, posted_at, hash,
        agenda_item
    FROM documents.document WHERE state = 'posted';
