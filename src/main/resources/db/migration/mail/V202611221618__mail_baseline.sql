-- Outgoing mail. A row is written by the transaction it tells of; a relay sends it afterwards and drops its text, which
-- may carry secret links.
CREATE SCHEMA mail;

CREATE TABLE mail.message (
    id               uuid PRIMARY KEY,
    to_address       text NOT NULL CHECK (to_address ~ '^[^[:space:][:cntrl:]<>,;@]+@[^[:space:][:cntrl:]<>,;@]+$'),
    language         text NOT NULL CHECK (language IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    subject          text NOT NULL CHECK (subject !~ E'[\r\n]'),
    text_body        text,
    purpose          text NOT NULL,
    dedup_key        text UNIQUE,
    created_at       timestamptz NOT NULL,
    not_before       timestamptz NOT NULL,
    next_attempt_at  timestamptz NOT NULL,
    attempts         int NOT NULL DEFAULT 0,
    last_error       text,
    sent_at          timestamptz,
    failed_at        timestamptz,
    CHECK (sent_at IS NULL OR failed_at IS NULL),
    CHECK ((text_body IS NULL) = (sent_at IS NOT NULL OR failed_at IS NOT NULL))
);
CREATE INDEX message_due ON mail.message (next_attempt_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX message_newest ON mail.message (created_at DESC, id DESC);
