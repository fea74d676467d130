"""Terminals as the desk has them on a database server."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from kiosk.device.device import Awaited, Device, DeviceState
from kiosk.errors import AlreadyDecided
from kiosk.journal.event import Happening
from kiosk.store.postgres.chain import Chain
from kiosk.store.postgres.statements import fetch


@dataclass(frozen=True, slots=True)
class PostgresDevices:
    """Devices (the protocol says what each method promises)."""

    chain: Chain

    def expect(self, token_digest: str, name: str, life: timedelta, happening: Happening) -> None:
        with self.chain.recording(happening) as cursor:
            cursor.execute("DELETE FROM enrolment WHERE until < clock_timestamp() - interval '1 day'")
            cursor.execute(
                "INSERT INTO enrolment (digest, name, until) VALUES (%s, %s, clock_timestamp() + %s)",
                [token_digest, name, life],
            )

    def all(self) -> tuple[Device, ...]:
        with self.chain.connections.reading() as cursor:
            rows = fetch(
                cursor,
                "SELECT login, name, state, writer, enrolled_at, seen_at, health FROM device ORDER BY name",
            )
        return tuple(map(_device, rows))

    def awaited(self) -> tuple[Awaited, ...]:
        with self.chain.connections.reading() as cursor:
            rows = fetch(
                cursor,
                "SELECT name, max(until) AS until FROM enrolment WHERE used_at IS NULL AND until > clock_timestamp() "
                "GROUP BY name ORDER BY name",
            )
        return tuple(Awaited(**row) for row in rows)

    def change(self, device: Device, state: DeviceState, happening: Happening) -> None:
        with self.chain.recording(happening) as cursor:
            statement = "UPDATE device SET state = %s WHERE login = %s AND state = %s"
            if cursor.execute(statement, [state, device.login, device.state]).rowcount != 1:
                raise AlreadyDecided(
                    "Someone else was faster: look at the terminal again.", "already_decided"
                )


def _device(row: dict[str, Any]) -> Device:
    health = {str(part): str(said) for part, said in row["health"].items()}
    return Device(**(row | {"state": DeviceState(row["state"]), "health": health}))
