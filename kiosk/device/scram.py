"""What a database server keeps of a password, made where the password is: nobody else ever sees it.

Source: RFC 5802, section 3; RFC 7677; postgresql.org/docs/current/catalog-pg-authid.html
"""

import base64
import hashlib
import hmac

ROUNDS = 4096


def verifier(password: str, salt: bytes) -> str:
    """Return PostgreSQL's SCRAM-SHA-256 verifier. password: ASCII, which needs no preparation."""
    salted = hashlib.pbkdf2_hmac("sha256", password.encode("ascii"), salt, ROUNDS)
    stored = hashlib.sha256(_mac(salted, b"Client Key")).digest()
    return f"SCRAM-SHA-256${ROUNDS}:{_text(salt)}${_text(stored)}:{_text(_mac(salted, b'Server Key'))}"


def _mac(key: bytes, words: bytes) -> bytes:
    return hmac.digest(key, words, "sha256")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
