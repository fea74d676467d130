-- Terminals that were told to come: a token is kept as its digest, is good once, and not for long.
CREATE TABLE enrolment (
    digest text PRIMARY KEY,
    name text NOT NULL,
    until timestamptz NOT NULL,
    used_at timestamptz
);

-- Whoever has a revoked terminal may have its key: no desk takes it back.
CREATE FUNCTION keep_revoked() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'this terminal was revoked for good' USING ERRCODE = 'KI016';
END $$;
CREATE TRIGGER device_revoked BEFORE UPDATE OF state ON device FOR EACH ROW
    WHEN (OLD.state = 'revoked' AND NEW.state <> 'revoked') EXECUTE FUNCTION keep_revoked();
CREATE TRIGGER device_kept BEFORE DELETE OR TRUNCATE ON device EXECUTE FUNCTION refuse_change();
CREATE UNIQUE INDEX device_name ON device (name);
