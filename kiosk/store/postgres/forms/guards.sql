-- What is written once stays, whoever asks; a chain has no gap; and whoever waits hears of a change.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'KI000';
END $$;
CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON event EXECUTE FUNCTION refuse_change();
CREATE TRIGGER about_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON about EXECUTE FUNCTION refuse_change();
CREATE TRIGGER form_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON form EXECUTE FUNCTION refuse_change();
CREATE TRIGGER writer_stays BEFORE UPDATE OF id, public_key OR DELETE OR TRUNCATE ON writer
    EXECUTE FUNCTION refuse_change();

-- Only the login whose key it is adds to a chain; the owner may, who moves a store's journal in.
CREATE FUNCTION follow_the_last() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own name;
    last_sequence bigint := 0;
    last_digest text := repeat('0', 64);
BEGIN
    SELECT login INTO own FROM kiosk.writer WHERE id = NEW.writer FOR UPDATE;
    IF own IS DISTINCT FROM session_user AND NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        RAISE EXCEPTION 'another login writes with this key' USING ERRCODE = 'KI004';
    END IF;
    SELECT sequence, digest INTO last_sequence, last_digest
    FROM kiosk.event WHERE writer = NEW.writer ORDER BY sequence DESC LIMIT 1;
    IF NEW.sequence <> coalesce(last_sequence, 0) + 1
        OR NEW.previous <> coalesce(last_digest, repeat('0', 64))
        OR NEW.digest <> encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'this event does not follow the last one' USING ERRCODE = 'KI005';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER event_follows BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION follow_the_last();

-- The message is empty: whoever listens without rights learns that something moved, and no more.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_notify('kiosk_queue', '');
    RETURN NULL;
END $$;
CREATE TRIGGER request_told AFTER INSERT OR UPDATE OR DELETE ON request EXECUTE FUNCTION tell_change();
