-- A terminal's last call for staff: it names the terminal and the time, and nobody.

CREATE TABLE staff_call (
    site text COLLATE "C" NOT NULL,
    device text COLLATE "C" NOT NULL,
    at text COLLATE "C" NOT NULL,
    answered_at text,
    PRIMARY KEY (site, device)
);

-- Leave a call, unless this terminal's last one still waits and was left after `stale`; return what stands.
CREATE FUNCTION leave_call(of_site text, of_device text, left_at text, stale text) RETURNS SETOF staff_call
    LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO kiosk.staff_call AS old (site, device, at) VALUES (of_site, of_device, left_at)
    ON CONFLICT (site, device) DO UPDATE SET
        at = CASE WHEN old.answered_at IS NULL AND old.at > stale THEN old.at ELSE excluded.at END,
        answered_at = NULL
    RETURNING * $$;

-- A terminal calls under the name that the desk gave it, at one site, and not from the future: one row, whatever it says.
CREATE FUNCTION terminal.call_staff(of_site text, left_at text, stale text) RETURNS SETOF kiosk.staff_call
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own kiosk.device := terminal.own_device();
    now_text text := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US+00:00');
BEGIN
    IF octet_length(of_site) > 200 OR left_at !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$' THEN
        RAISE EXCEPTION 'a terminal does not call like this' USING ERRCODE = 'KI013';
    END IF;
    DELETE FROM kiosk.staff_call WHERE staff_call.device = own.name AND staff_call.site <> of_site;
    RETURN QUERY SELECT * FROM kiosk.leave_call(of_site, own.name, least(left_at COLLATE "C", now_text), stale);
END $$;

CREATE FUNCTION terminal.own_call(of_site text) RETURNS SETOF kiosk.staff_call LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
    SELECT staff_call.* FROM terminal.own_device() AS own, kiosk.staff_call
    WHERE staff_call.site = of_site AND staff_call.device = own.name $$;
