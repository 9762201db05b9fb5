-- Nodes that share this database, and what each of them has seen of the changes to public pages.
CREATE SCHEMA platform;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SEQUENCE platform.page_change_seq;

CREATE TABLE platform.node (
    id          uuid PRIMARY KEY,
    started_at  timestamptz NOT NULL DEFAULT now(),
    heartbeat   timestamptz NOT NULL DEFAULT now(),
    seen        bigint NOT NULL DEFAULT 0
);
