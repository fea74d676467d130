"""The two forms of OpenLDAP's access rules say the same."""

import re

from tests.servers.slapd import ACCESS


def rules(name: str, marks: str) -> list[str]:
    text = re.sub(r"(?m)^#.*\n", "", (ACCESS / name).read_text())
    folded = re.sub(r"\n[ \t]+", " ", text)
    return [found[1] for line in folded.splitlines() if (found := re.fullmatch(rf"(?:{marks})(.*)", line))]


def test_both_forms_of_the_access_rules_are_the_same():
    """For slapd.conf and for cn=config, in the same order."""
    assert rules("access.conf", "access |limits ") == rules(
        "access.ldif", r"olcAccess: \{\d+\}|olcLimits: \{\d+\}"
    )
