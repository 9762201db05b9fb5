-- Numbers follow the order in which the listening nodes hear them: a node that has seen number n has seen all before it.
CREATE FUNCTION platform.announce_page_change(node text, tags text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    number bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('platform.page_change'));
    number := nextval('platform.page_change_seq');
    PERFORM pg_notify('page_change', number || ' ' || node || ' ' || tags);
    RETURN number;
END $$;
REVOKE ALL ON FUNCTION platform.announce_page_change FROM PUBLIC;
