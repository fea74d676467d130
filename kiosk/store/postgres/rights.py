"""Who may do what in the database: set anew after every migration, from this one list.

Groups: <prefix>_owner, _desk, _terminal, _auditor. Nothing is granted to PUBLIC.
"""

from collections.abc import Iterator

from psycopg import Connection, sql

GROUPS = ("owner", "desk", "terminal", "auditor")

FOR_TERMINALS = (
    "introduce(text, bytea)",
    "head()",
    "submit(jsonb, jsonb, jsonb)",
    "replace_ticket(text, integer, text, jsonb)",
    "record(jsonb)",
    "failures(text, text)",
    "note_failure(text, text, text, text, jsonb)",
    "status(text)",
    "is_waiting(text)",
    "heartbeat(jsonb)",
    "find_student(text, text)",
    "call_staff(text, text, text)",
    "own_call(text)",
    "post(text, text, bytea, bytea, text)",
    "letter_counts()",
)
FOR_DESKS = (
    "head(text)",
    "enrol(text, bytea)",
    "number_digest(text)",
    "failures(text, text)",
    "note_failure(text, text, text, text)",
    "file_request(jsonb, jsonb)",
    "leave_call(text, text, text, text)",
)
# Everything else about a request names someone, or may.
READ_BY_AUDITORS = (
    "id, state, version, symptom, door, rank, site, filed_at, due_at, cause, attempts, next_attempt_at, failure, "
    "ended_at, outcome, checks, document_type, issuing_state, presence, verified_by, device, verified_at, decided_by, "
    "decided_at, decision_seen, decision_to, decision_alone"
)

STATEMENTS = (
    "REVOKE ALL ON ALL TABLES IN SCHEMA kiosk FROM PUBLIC, {desk}, {terminal}, {auditor}",
    "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA terminal FROM PUBLIC, {desk}, {terminal}, {auditor}",
    "REVOKE ALL ON SCHEMA kiosk, terminal FROM PUBLIC, {desk}, {terminal}, {auditor}",
    *(f"REVOKE ALL ON FUNCTION kiosk.{each} FROM PUBLIC" for each in FOR_DESKS),
    "GRANT USAGE ON SCHEMA terminal TO {desk}, {terminal}, {auditor}",
    "GRANT EXECUTE ON FUNCTION terminal.about() TO {desk}, {terminal}, {auditor}",
    *(f"GRANT EXECUTE ON FUNCTION terminal.{each} TO {{terminal}}" for each in FOR_TERMINALS),
    "GRANT USAGE ON SCHEMA kiosk TO {desk}, {auditor}",
    *(f"GRANT EXECUTE ON FUNCTION kiosk.{each} TO {{desk}}" for each in FOR_DESKS),
    "GRANT SELECT ON ALL TABLES IN SCHEMA kiosk TO {desk}",
    "GRANT INSERT ON event, secret, pulse, request, holder, claim, staff, staff_call, letter, ticket TO {desk}",
    "GRANT INSERT ON failed_verification, failed_sign_in, register TO {desk}",
    "GRANT UPDATE ON pulse, request, holder, claim, staff, register, staff_call TO {desk}",
    "GRANT UPDATE (state, content, signature) ON letter TO {desk}",
    "GRANT UPDATE (digest) ON ticket TO {desk}",
    "GRANT INSERT, DELETE ON enrolment TO {desk}",
    "GRANT INSERT ON filing_notice TO {desk}",
    "GRANT UPDATE (name, state) ON device TO {desk}",
    "GRANT DELETE ON request, holder, claim, failed_verification, failed_sign_in, register TO {desk}",
    "GRANT SELECT ON form, about, writer, event, device, claim TO {auditor}",
    f"GRANT SELECT ({READ_BY_AUDITORS}) ON request TO {{auditor}}",
    "GRANT SELECT (login, role, is_disabled) ON staff TO {auditor}",
)


def set_rights(connection: Connection, prefix: str) -> None:
    """Take every right away and give each group its own. Works inside the caller's transaction."""
    for statement in statements(prefix):
        connection.execute(statement)


def statements(prefix: str) -> Iterator[sql.Composed]:
    """Yield what gives the groups of this prefix their rights."""
    names = {group: sql.Identifier(f"{prefix}_{group}") for group in GROUPS}
    for statement in STATEMENTS:
        yield sql.SQL(statement).format(**names)
