-- What finds again short descriptions that say nearly the same; null where it was not read yet.
ALTER TABLE stocktaking.title_print ADD COLUMN text_bands int[];
CREATE INDEX title_print_text_bands ON stocktaking.title_print USING gin (text_bands);
CREATE INDEX title_print_unread ON stocktaking.title_print (project_id) WHERE text_bands IS NULL;

-- What the program found in the newest state of an entry that is on the desk, for its lists: the language it seems to
-- be in where it says another, the numbers of entries that are likely the same project, and how many places look like
-- data about a person. Read a little after a state comes in.
CREATE TABLE stocktaking.finding (
    project_id      uuid PRIMARY KEY REFERENCES stocktaking.project,
    revision        int NOT NULL,
    other_language  text NOT NULL,
    likely          bigint[] NOT NULL,
    personal        int NOT NULL
);
