"""A certificate authority of the test run."""

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Authority:
    """file: its certificate, as clients name it."""

    key: ec.EllipticCurvePrivateKey
    certificate: bytes
    file: Path

    def issue(self, name: str, *, expired: bool = False) -> tuple[bytes, bytes]:
        """Return a certificate for an address or a login, and its key, as PEM."""
        key = ec.generate_private_key(ec.SECP256R1())
        start = datetime.now(UTC) - (30 * DAY if expired else DAY)
        builder = _builder(name, _named("test authority"), start, 10 * DAY).public_key(key.public_key())
        if name[0].isdigit():
            address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))])
            builder = builder.add_extension(address, critical=False)
        return _pem(builder.sign(self.key, hashes.SHA256())), _key_pem(key)


def make_authority(folder: Path) -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _builder("test authority", _named("test authority"), datetime.now(UTC) - 40 * DAY, 80 * DAY)
    builder = builder.public_key(key.public_key())
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    certificate = _pem(builder.sign(key, hashes.SHA256()))
    file = folder / "authority.crt"
    file.write_bytes(certificate)
    return Authority(key, certificate, file)


def _builder(name: str, issuer: x509.Name, start: datetime, length: timedelta) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(issuer)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + length)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
