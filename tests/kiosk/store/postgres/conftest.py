"""Every test here may have a database on the run's PostgreSQL server."""

from tests.servers.fixtures import cluster, database, new_database

__all__ = ["cluster", "database", "new_database"]
