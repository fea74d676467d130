"""A certificate authority of the test's own, and server certificates good and bad."""

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAY = timedelta(days=1)
HERE = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))


@dataclass(frozen=True, slots=True)
class Certificate:
    """PEM files of one certificate and its key."""

    certificate: Path
    key: Path


@dataclass(frozen=True)
class Authority:
    """Issues certificates into a folder; `file` is what clients trust."""

    folder: Path
    name: str = "Authority of this test"

    @property
    def file(self) -> Path:
        return self._own.certificate

    @cached_property
    def _key(self) -> ec.EllipticCurvePrivateKey:
        return ec.generate_private_key(ec.SECP256R1())

    @cached_property
    def _own(self) -> Certificate:
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        draft = _draft(self.name, self.name, self._key, DAY).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        return self._save("authority", draft.add_extension(usage, critical=True), self._key)

    def issue(self, name: str, alternative: x509.GeneralName = HERE, until: timedelta = DAY) -> Certificate:
        """Return a server's certificate. until: from now; negative for one that has expired."""
        key = ec.generate_private_key(ec.SECP256R1())
        draft = (
            _draft(name, self.name, key, until)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        )
        _ = self._own
        return self._save(name, draft, key)

    def _save(
        self, name: str, draft: x509.CertificateBuilder, key: ec.EllipticCurvePrivateKey
    ) -> Certificate:
        made = Certificate(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        made.certificate.write_bytes(
            draft.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        )
        made.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        made.key.chmod(0o600)
        return made


def _draft(
    name: str, issuer: str, key: ec.EllipticCurvePrivateKey, until: timedelta
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 10 * DAY)
        .not_valid_after(now + until)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
