"""Whether a server can be spoken to, found out by one greeting of our own: the LDAP library says too little."""

import socket
import ssl
from pathlib import Path

from kiosk.directory.connection.address import Address

# An extended request with message id 1 for 1.3.6.1.4.1.1466.20037. Source: RFC 4511, 4.12 and 4.14.
START_TLS = bytes.fromhex("301d02010177188016") + b"1.3.6.1.4.1.1466.20037"
SEQUENCE, SUCCESS = 0x30, b"\x0a\x01\x00"
EXPIRED, WRONG_NAME, WRONG_ADDRESS = 10, 62, 64  # X509_V_ERR_*, as Python's ssl tells them


def why_unreachable(address: Address, ca_file: Path | None, timeout_s: float) -> str | None:
    """Return what follows the server's name in a sentence, None if nothing is seen to be wrong."""
    host = address.host.strip("[]")
    try:
        with socket.create_connection((host, address.port), timeout_s) as peer:
            peer.getpeername()  # one that has hung up already is no peer to wrap
            if address.scheme == "ldap" and not _starts_tls(peer):
                return "answers, but not as an LDAP server that can encrypt (StartTLS)"
            return _tls_fault(peer, host, ca_file)
    except socket.gaierror:
        return "has a name that can't be resolved: check directory.servers"
    except TimeoutError:
        return "doesn't answer"
    except ConnectionRefusedError:
        return "refuses connections: is it running, and is that its port?"
    except OSError as error:
        return f"can't be reached ({error.strerror})" if error.strerror else "can't be reached"


def _starts_tls(peer: socket.socket) -> bool:
    peer.sendall(START_TLS)
    answer = peer.recv(512)
    return answer[:1] == bytes([SEQUENCE]) and SUCCESS in answer


def _tls_fault(peer: socket.socket, host: str, ca_file: Path | None) -> str | None:
    try:
        context = ssl.create_default_context(cafile=ca_file)
        with context.wrap_socket(peer, server_hostname=host):
            return None
    except ssl.SSLCertVerificationError as error:
        return _certificate_fault(error.verify_code)
    except TimeoutError:
        return "answers, but never finishes the encrypted greeting"
    except (ConnectionError, ssl.SSLEOFError):
        return "hangs up during the encrypted greeting"
    except ssl.SSLError:
        return "answers, but not with TLS: is that an LDAPS port?"


def _certificate_fault(code: int) -> str:
    if code == EXPIRED:
        return "shows a certificate that has expired"
    if code in (WRONG_NAME, WRONG_ADDRESS):
        return "shows a certificate for another name: write its name as the certificate has it"
    return "shows a certificate that isn't trusted: check directory.ca_file"
