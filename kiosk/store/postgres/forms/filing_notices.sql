-- Of which requests, filed by terminals, a desk has left the notice to their holder: the first desk does it.
CREATE TABLE filing_notice (
    request_id text PRIMARY KEY REFERENCES request ON DELETE CASCADE
);
-- Whoever filed before this table came heard of it as it was done then, or it is too late.
INSERT INTO filing_notice SELECT id FROM request;
