-- Rows stay as they are, but for one thing: of somebody who deleted the account the name goes, and only the id is left.
DROP RULE entry_keep ON audit.entry;

CREATE FUNCTION audit.keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.name <> '–' OR (NEW.id, NEW.at, NEW.actor, NEW.action, NEW.subject, NEW.details)
            IS DISTINCT FROM (OLD.id, OLD.at, OLD.actor, OLD.action, OLD.subject, OLD.details) THEN
        RAISE EXCEPTION 'Entries of the audit trail are not changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER entry_keep BEFORE UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.keep_entry();
