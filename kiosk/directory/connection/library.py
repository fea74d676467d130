"""The LDAP library, brought in when a directory is first spoken to: most installations never need it."""

from types import ModuleType

from kiosk.errors import SettingsWrong


def ldap_library() -> ModuleType:
    """Return python-ldap. Raises SettingsWrong where it isn't installed."""
    try:
        import ldap
        import ldap.filter
        import ldap.sasl
    except ImportError as error:
        raise SettingsWrong(
            "This installation can't speak LDAP: install python-ldap (the extra named ldap), "
            "or set directory.kind to another."
        ) from error
    module: ModuleType = ldap
    return module
