"""The two forms of OpenLDAP's access rules say the same."""

import re

import pytest

from tests.servers.slapd import ACCESS


def rules(name: str, marks: str) -> list[str]:
    text = re.sub(r"(?m)^#.*\n", "", (ACCESS / name).read_text())
    folded = re.sub(r"\n[ \t]+", " ", text)
    return [found[1] for line in folded.splitlines() if (found := re.fullmatch(rf"(?:{marks})(.*)", line))]


@pytest.mark.parametrize("name", ["access", "addresses", "one_time_password"])
def test_both_forms_of_the_access_rules_are_the_same(name):
    """For slapd.conf and for cn=config, in the same order."""
    assert rules(f"{name}.conf", "access |limits ") == rules(
        f"{name}.ldif", r"olcAccess: \{\d+\}|olcLimits: \{\d+\}"
    )
