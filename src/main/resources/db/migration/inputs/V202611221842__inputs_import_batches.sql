-- Many numbers at once, for inputs that come in by a file; see inputs.next_number.
CREATE FUNCTION inputs.next_numbers(of_call uuid, how_many int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE n int;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO inputs.counter AS c (call_id, last) VALUES (of_call, how_many)
    ON CONFLICT (call_id) DO UPDATE SET last = c.last + how_many RETURNING last INTO n;
    RETURN n - how_many + 1;
END $$;
