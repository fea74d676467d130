"""One computer that works with a database server: its settings and its password."""

from pathlib import Path

from tests.servers.postgres import PASSWORD, Cluster

SETTINGS = """
[store]
kind = "postgresql"
address = "postgresql://{login}@127.0.0.1:{port}/{database}"
role = "{role}"
password_file = "password"
authorities = "{authorities}"
{more}
"""


def keep_password(folder: Path) -> Path:
    """Write the password that every login of the tests has, as the program wants it."""
    file = folder / "password"
    file.write_text(PASSWORD)
    file.chmod(0o600)
    return file


def configured(
    folder: Path, cluster: Cluster, database: str, login: str = "desk_1", role: str = "desk", more: str = ""
) -> list[str]:
    """Write the settings of one computer; return the words that a command begins with."""
    own = folder / login
    own.mkdir(exist_ok=True)
    words = {"login": login, "role": role, "port": cluster.port, "database": database, "more": more}
    text = SETTINGS.format(authorities=cluster.authority.file, **words)
    (folder / f"{login}.toml").write_text(text)
    return ["--config", str(folder / f"{login}.toml"), "--data", str(own), "--json"]
