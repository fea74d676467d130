-- The tables of a store, as the first form has them. Times: UTC text of one width, so that text sorts as time does
-- (COLLATE "C" wherever an index is walked in order). What runs on the server's own clock is a timestamptz.

CREATE TABLE about (name text PRIMARY KEY, value text NOT NULL);
CREATE TABLE secret (name text PRIMARY KEY, value bytea NOT NULL);
CREATE TABLE pulse (login name PRIMARY KEY DEFAULT session_user, beats bigint NOT NULL DEFAULT 1);

-- rank: 0 urgent, 1 not. checks: JSON, [[item, result, code], ...].
CREATE TABLE request (
    id text COLLATE "C" PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    ticket_digest text NOT NULL UNIQUE,
    state text NOT NULL,
    version integer NOT NULL,
    symptom text NOT NULL,
    door text NOT NULL,
    rank integer NOT NULL,
    site text NOT NULL,
    filed_at text COLLATE "C" NOT NULL,
    due_at text COLLATE "C" NOT NULL,
    cause text,
    attempts integer NOT NULL,
    next_attempt_at text COLLATE "C",
    failure text,
    ended_at text COLLATE "C",
    outcome text NOT NULL,
    checks text NOT NULL,
    document_type text NOT NULL,
    issuing_state text NOT NULL,
    presence text NOT NULL,
    verified_by text,
    device text NOT NULL,
    verified_at text NOT NULL,
    supervisor_reason text,
    decided_by text,
    decided_at text,
    decision_seen integer,
    decision_reason text,
    decision_to text,
    decision_alone integer
);
CREATE INDEX request_queue ON request (state, rank, due_at, id);
CREATE INDEX request_waiting ON request (filed_at, id) WHERE state = 'waiting';
CREATE INDEX request_carry_out ON request (coalesce(next_attempt_at, ''), id) WHERE state = 'approved';
CREATE INDEX request_ended ON request (ended_at) WHERE ended_at IS NOT NULL;

-- Deferred: of two who file for one student, the second sees it at the holder, before it has made a request.
-- ended_at repeats the request's, because an index can't look into another table.
CREATE TABLE holder (
    request_id text COLLATE "C" PRIMARY KEY
        REFERENCES request (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    student_number text NOT NULL,
    directory_account text NOT NULL,
    display_name text NOT NULL,
    message text,
    language text NOT NULL,
    salt text NOT NULL,
    ended_at text COLLATE "C"
);
CREATE UNIQUE INDEX holder_open ON holder (student_number) WHERE ended_at IS NULL;
CREATE INDEX holder_student ON holder (student_number);
CREATE INDEX holder_ended ON holder (ended_at, request_id) WHERE ended_at IS NOT NULL;

-- Who carries an approved request out, and until when nobody else does.
CREATE TABLE claim (
    request_id text COLLATE "C" PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE,
    until timestamptz NOT NULL
);

-- login: the database login that writes with this key; null after a move, until the key's owner connects.
CREATE TABLE writer (id text COLLATE "C" PRIMARY KEY, public_key bytea NOT NULL, login name);
CREATE TABLE event (
    writer text COLLATE "C" NOT NULL REFERENCES writer (id),
    sequence bigint NOT NULL,
    format integer NOT NULL,
    body text NOT NULL,
    previous text NOT NULL,
    digest text NOT NULL,
    signature text NOT NULL,
    PRIMARY KEY (writer, sequence)
);

-- A terminal: known by its database login. writer: its key, kept at its first contact. looked_up: how many students
-- it asked for since counted_since.
CREATE TABLE device (
    login name PRIMARY KEY,
    name text NOT NULL,
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'revoked')),
    writer text COLLATE "C" UNIQUE REFERENCES writer (id),
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz,
    looked_up integer NOT NULL DEFAULT 0,
    counted_since timestamptz NOT NULL DEFAULT now(),
    health jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE staff (
    login text COLLATE "C" PRIMARY KEY,
    role text NOT NULL,
    password_hash text NOT NULL,
    is_disabled integer NOT NULL
);
CREATE TABLE failed_verification (digest text NOT NULL, at text COLLATE "C" NOT NULL);
CREATE INDEX failed_verification_digest ON failed_verification (digest, at);
CREATE INDEX failed_verification_at ON failed_verification (at);
CREATE TABLE failed_sign_in (login text NOT NULL, at text COLLATE "C" NOT NULL);
CREATE INDEX failed_sign_in_login ON failed_sign_in (login, at);
CREATE INDEX failed_sign_in_at ON failed_sign_in (at);

CREATE TABLE register (
    number text PRIMARY KEY,
    surname text NOT NULL,
    given_name text NOT NULL,
    display_name text NOT NULL,
    birth_name text NOT NULL,
    civil_given_names text NOT NULL,
    birth_date text NOT NULL,
    registered text NOT NULL,
    standing text NOT NULL,
    account text NOT NULL
);
