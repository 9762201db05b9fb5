-- A long register is opened body by body, page by page.
CREATE INDEX instrument_body ON mandates.instrument (body, position, id) WHERE retired_at IS NULL;
