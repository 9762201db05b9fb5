-- People keep groups and seats: each has a version, so that two editors do not overwrite each other, and a seat put in by
-- mistake says why it was taken back. Terms of reference may stand in a document, named by its symbol.
ALTER TABLE groups.body
    ADD COLUMN terms_symbol text NOT NULL DEFAULT '',
    ADD COLUMN version int NOT NULL DEFAULT 1;

ALTER TABLE groups.seat
    ADD COLUMN retired_reason text NOT NULL DEFAULT '',
    ADD CHECK ((status = 'mistaken') = (retired_reason <> ''));
CREATE UNIQUE INDEX seat_once ON groups.seat (group_id, role, country, entity, person, starts, status)
    WHERE status <> 'mistaken';

CREATE OR REPLACE VIEW groups.published_body AS
    SELECT id, code, name, about, terms, membership, mandates, founded, certainty, source, source_url, position, terms_symbol,
        version
    FROM groups.body;
