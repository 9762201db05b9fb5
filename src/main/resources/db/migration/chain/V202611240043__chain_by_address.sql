-- Pages of other parts ask for what stands in the chain at their address.
CREATE INDEX output_address ON chain.output ((facts ->> 'address')) WHERE facts ->> 'address' <> '';

CREATE OR REPLACE VIEW chain.published_feed AS
    SELECT number, facts, version, added_at, changed_at, from_output, to_output FROM chain.feed;
