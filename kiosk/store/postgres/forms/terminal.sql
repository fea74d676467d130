-- All that a terminal can do: it is in a public place, and its login may call these functions and nothing else.
-- Each asks first whose login it is.

CREATE SCHEMA terminal;

CREATE FUNCTION terminal.own_device() RETURNS kiosk.device LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own kiosk.device;
BEGIN
    SELECT * INTO own FROM kiosk.device WHERE login = session_user;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this login is no terminal of the store' USING ERRCODE = 'KI010';
    ELSIF own.state = 'revoked' THEN
        RAISE EXCEPTION 'this terminal is revoked' USING ERRCODE = 'KI011';
    ELSIF own.state = 'paused' THEN
        RAISE EXCEPTION 'this terminal is paused' USING ERRCODE = 'KI012';
    END IF;
    RETURN own;
END $$;

-- What every program asks first: the schema's form, the oldest form a program may know, and the store's kind.
CREATE FUNCTION terminal.about(OUT form integer, OUT needs integer, OUT kind text) LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT (SELECT max(number) FROM kiosk.form), (SELECT max(needs) FROM kiosk.form),
                 (SELECT value FROM kiosk.about WHERE name = 'kind') $$;

-- A terminal has one key: the first it brings.
CREATE FUNCTION terminal.introduce(writer text, key bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own kiosk.device := terminal.own_device();
BEGIN
    IF own.writer IS NOT NULL AND own.writer <> introduce.writer THEN
        RAISE EXCEPTION 'this terminal is known with another key' USING ERRCODE = 'KI003';
    END IF;
    PERFORM kiosk.enrol(introduce.writer, key);
    UPDATE kiosk.device SET writer = introduce.writer WHERE login = own.login AND device.writer IS NULL;
END $$;

CREATE FUNCTION terminal.head() RETURNS SETOF kiosk.event LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$ SELECT * FROM kiosk.head((terminal.own_device()).writer) $$;

-- Append an event if it is one of this kind, of this terminal, about a visitor whom nobody attended.
CREATE FUNCTION terminal.append(new_event jsonb, kind text, subject text) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    said jsonb := (new_event->>'body')::jsonb;
BEGIN
    IF new_event->>'writer' <> (terminal.own_device()).writer OR said->>'kind' <> kind
        OR said->>'by' <> 'visitor' OR said->>'subject' <> subject
        OR coalesce(said->'details'->>'presence', CASE kind WHEN 'ticket_replaced' THEN 'unattended' END)
            IS DISTINCT FROM 'unattended' THEN
        RAISE EXCEPTION 'a terminal does not record this' USING ERRCODE = 'KI013';
    END IF;
    INSERT INTO kiosk.event SELECT * FROM jsonb_populate_record(NULL::kiosk.event, new_event);
END $$;

-- What the holder of a ticket may know, in the columns that a program reads requests by.
CREATE FUNCTION terminal.told(of_request text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$ SELECT to_jsonb(request) || '{"ticket_digest": "", "cause": null, "attempts": 0, "next_attempt_at": null,
                "failure": null, "checks": "[]", "document_type": "", "issuing_state": "", "verified_by": null,
                "supervisor_reason": null, "decision_seen": 0, "decision_alone": 0, "device": ""}'
            || CASE WHEN decided_by IS NULL THEN '{}' ELSE '{"decided_by": ""}'::jsonb END
            || CASE WHEN state IN ('refused', 'redirected') THEN '{}' ELSE '{"decision_reason": null}'::jsonb END
          FROM kiosk.request WHERE id = of_request $$;

-- File a request that nobody attended. Return null, or what stands instead.
CREATE FUNCTION terminal.submit(new_request jsonb, new_holder jsonb, new_event jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    standing text;
BEGIN
    PERFORM terminal.own_device();
    IF new_request->>'state' <> 'waiting' OR new_request->>'version' <> '1' OR new_request->>'attempts' <> '0'
        OR new_request->>'presence' <> 'unattended' OR octet_length(new_request::text) > 8000
        OR new_holder->>'request_id' <> new_request->>'id' OR octet_length(new_holder::text) > 8000
        OR new_holder->>'ended_at' IS NOT NULL
        OR num_nonnulls(new_request->>'verified_by', new_request->>'supervisor_reason', new_request->>'cause',
                        new_request->>'failure', new_request->>'next_attempt_at', new_request->>'ended_at',
                        new_request->>'decided_by', new_request->>'decided_at', new_request->>'decision_seen',
                        new_request->>'decision_reason', new_request->>'decision_to',
                        new_request->>'decision_alone') <> 0 THEN
        RAISE EXCEPTION 'a terminal does not file this' USING ERRCODE = 'KI013';
    END IF;
    standing := kiosk.file_request(new_request, new_holder);
    IF standing IS NOT NULL THEN
        RETURN terminal.told(standing);
    END IF;
    PERFORM terminal.append(new_event, 'request_filed', new_request->>'id');
    RETURN NULL;
END $$;

-- Give the holder of a request that nobody has in hand yet a new ticket. Return null where it moved meanwhile.
CREATE FUNCTION terminal.replace_ticket(of_request text, old_version integer, ticket text, new_event jsonb)
    RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM terminal.own_device();
    UPDATE kiosk.request SET ticket_digest = ticket, version = version + 1
    WHERE id = of_request AND version = old_version AND state = 'waiting' AND presence = 'unattended';
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    PERFORM terminal.append(new_event, 'ticket_replaced', of_request);
    RETURN terminal.told(of_request);
END $$;

CREATE FUNCTION terminal.record(new_event jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$ SELECT terminal.append(new_event, 'way_out_shown', '') $$;

CREATE FUNCTION terminal.failures(number text, since text) RETURNS bigint LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$ SELECT kiosk.failures(number, since) FROM terminal.own_device() $$;

CREATE FUNCTION terminal.note_failure(number text, noted_at text, forget_before text, since text, new_event jsonb)
    RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM terminal.append(new_event, 'verification_failed', '');
    -- The server's own clock says what is old: a terminal's could make others' failures forgotten.
    RETURN kiosk.note_failure(number, noted_at, least(forget_before, to_char(
        clock_timestamp() AT TIME ZONE 'UTC' - interval '7 days', 'YYYY-MM-DD"T"HH24:MI:SS.US+00:00')), since);
END $$;

CREATE FUNCTION terminal.status(ticket text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$ SELECT terminal.told(id) FROM terminal.own_device(), kiosk.request WHERE ticket_digest = ticket $$;

-- A typed reference tells whether the request still waits; null: there is none.
CREATE FUNCTION terminal.is_waiting(typed text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$ SELECT request.state = 'waiting' FROM terminal.own_device(), kiosk.request WHERE reference = typed $$;

-- The terminal lives, and says how its parts are.
CREATE FUNCTION terminal.heartbeat(said jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF octet_length(said::text) > 4000 THEN
        RAISE EXCEPTION 'a heartbeat is short' USING ERRCODE = 'KI013';
    END IF;
    UPDATE kiosk.device SET seen_at = clock_timestamp(), health = coalesce(said, health)
    WHERE login = (terminal.own_device()).login;
END $$;

-- Find one student by exact number and compare the birth date here: the date itself is not told. A terminal in the
-- hands of a thief could ask without end, so it may ask 300 times an hour.
CREATE FUNCTION terminal.find_student(wanted text, shown text) RETURNS jsonb LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own kiosk.device := terminal.own_device();
    found_row kiosk.register;
    compared text;
BEGIN
    UPDATE kiosk.device SET
        looked_up = CASE WHEN counted_since < clock_timestamp() - interval '1 hour' THEN 1 ELSE looked_up + 1 END,
        counted_since = CASE WHEN counted_since < clock_timestamp() - interval '1 hour'
            THEN clock_timestamp() ELSE counted_since END
    WHERE login = own.login RETURNING * INTO own;
    IF own.looked_up > 300 THEN
        RAISE EXCEPTION 'this terminal asked for too many students' USING ERRCODE = 'KI014';
    END IF;
    SELECT * INTO found_row FROM kiosk.register WHERE number = wanted;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    compared := CASE
        WHEN shown IS NULL THEN 'not_compared'
        WHEN shown !~ '^[0-9X]{4}-[0-9X]{2}-[0-9X]{2}$' OR found_row.birth_date !~ '^\d{4}-\d\d-\d\d$' THEN 'unknown'
        WHEN found_row.birth_date NOT LIKE replace(shown, 'X', '_') THEN 'different'
        WHEN shown LIKE '%X%' THEN 'unknown'
        ELSE 'equal'
    END;
    RETURN to_jsonb(found_row) || jsonb_build_object('birth_date', '', 'compared', compared);
END $$;
