-- Mail to many. It waits behind letters to one person, carries the link by which its reader stops it, and where it
-- belongs to a batch it is handed to the mail server once at most: what was begun and not marked is in doubt, and is
-- never sent again by the program itself.
ALTER TABLE mail.message
    ADD COLUMN bulk boolean NOT NULL DEFAULT false,
    ADD COLUMN batch text,
    ADD COLUMN unsubscribe text CHECK (unsubscribe ~ '^https?://[^[:space:][:cntrl:]<>,]+$'),
    ADD COLUMN begun_at timestamptz,
    ADD COLUMN in_doubt boolean NOT NULL DEFAULT false,
    ADD CHECK (batch IS NULL OR bulk),
    ADD CHECK (begun_at IS NULL OR bulk),
    ADD CHECK (NOT in_doubt OR (failed_at IS NOT NULL AND begun_at IS NOT NULL));
DROP INDEX mail.message_due;
CREATE INDEX message_due ON mail.message (bulk, next_attempt_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX message_batch_failed ON mail.message (batch) WHERE batch IS NOT NULL AND failed_at IS NOT NULL;
CREATE INDEX message_finished ON mail.message ((coalesce(sent_at, failed_at)));

-- Addresses of which a mail server said that they do not exist. Mail to many leaves them out; a letter to one of them
-- is tried, and takes the address off this list when it arrives.
CREATE TABLE mail.dead_address (
    address text PRIMARY KEY,
    since   timestamptz NOT NULL,
    answer  text NOT NULL
);
