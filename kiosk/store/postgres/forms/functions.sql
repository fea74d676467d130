-- What desks and the terminals' functions share. Names are written in full: no search path leads elsewhere.

-- Lock a chain until the transaction ends, so that its events follow one another, and return its last event.
CREATE FUNCTION head(of_writer text) RETURNS SETOF event LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM kiosk.writer WHERE id = of_writer AND login = session_user FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another login writes with this key' USING ERRCODE = 'KI004';
    END IF;
    RETURN QUERY SELECT * FROM kiosk.event WHERE writer = of_writer ORDER BY sequence DESC LIMIT 1;
END $$;

-- Keep a writer's public key at its first contact; it belongs to the login that brings it.
CREATE FUNCTION enrol(of_writer text, key bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known kiosk.writer;
BEGIN
    SELECT * INTO known FROM kiosk.writer WHERE id = of_writer;
    IF known.id IS NULL OR known.login IS NULL THEN
        INSERT INTO kiosk.writer AS old (id, public_key, login) VALUES (of_writer, key, session_user)
        ON CONFLICT (id) DO UPDATE SET login = session_user WHERE old.login IS NULL;
        SELECT * INTO known FROM kiosk.writer WHERE id = of_writer;
    END IF;
    IF known.public_key <> key THEN
        RAISE EXCEPTION 'another key is known by this name' USING ERRCODE = 'KI003';
    ELSIF known.login <> session_user THEN
        RAISE EXCEPTION 'another login writes with this key' USING ERRCODE = 'KI004';
    END IF;
END $$;

-- Return the digest under which this number's failures are counted; its key never leaves the database.
CREATE FUNCTION number_digest(number text) RETURNS text LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    key bytea;
BEGIN
    SELECT value INTO key FROM kiosk.secret WHERE name = 'failures';
    IF key IS NULL THEN
        INSERT INTO kiosk.secret VALUES ('failures', kiosk.gen_random_bytes(32)) ON CONFLICT DO NOTHING;
        SELECT value INTO key FROM kiosk.secret WHERE name = 'failures';
    END IF;
    RETURN encode(kiosk.hmac(convert_to(number, 'UTF8'), key, 'sha256'), 'hex');
END $$;

CREATE FUNCTION failures(of_number text, since text) RETURNS bigint LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted text := kiosk.number_digest(of_number);
BEGIN
    RETURN (SELECT count(*) FROM kiosk.failed_verification AS each
            WHERE each.digest = wanted AND each.at >= since COLLATE "C");
END $$;

CREATE FUNCTION note_failure(of_number text, noted_at text, forget_before text, since text) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM kiosk.failed_verification WHERE at < forget_before COLLATE "C";
    INSERT INTO kiosk.failed_verification VALUES (kiosk.number_digest(of_number), noted_at);
    RETURN kiosk.failures(of_number, since);
END $$;

-- Add a request and its holder. Return null, or the id of what stands instead: the same request, filed before its
-- answer was lost, or the student's open one.
CREATE FUNCTION file_request(new_request jsonb, new_holder jsonb) RETURNS text LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    standing text;
BEGIN
    SELECT id INTO standing FROM kiosk.request WHERE id = new_request->>'id';
    IF FOUND THEN
        RETURN standing;
    END IF;
    LOOP
        INSERT INTO kiosk.holder SELECT * FROM jsonb_populate_record(NULL::kiosk.holder, new_holder)
        ON CONFLICT (student_number) WHERE ended_at IS NULL DO NOTHING;
        EXIT WHEN FOUND;
        SELECT request_id INTO standing FROM kiosk.holder
        WHERE student_number = new_holder->>'student_number' AND ended_at IS NULL;
        IF FOUND THEN
            RETURN standing;
        END IF;  -- it ended since
    END LOOP;
    INSERT INTO kiosk.request SELECT * FROM jsonb_populate_record(NULL::kiosk.request, new_request);
    RETURN NULL;
EXCEPTION WHEN unique_violation THEN
    RAISE EXCEPTION 'this reference is in use' USING ERRCODE = 'KI001';
END $$;
