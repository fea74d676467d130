"""The whole table of roles and acts, written a second time by hand."""

import pytest

from kiosk.errors import NotAllowed
from kiosk.staff.account import Role, StaffAccount
from kiosk.staff.permissions import Act, may, require

#                     reception approver supervisor auditor admin
TABLE = """
verify_in_person      x         x        x          -       -
file                  x         x        x          -       -
queue                 x         x        x          -       -
show                  x         x        x          -       -
print                 x         x        x          -       -
approve               -         x        x          -       -
refuse                -         x        x          -       -
redirect              -         x        x          -       -
hand_over_secret      -         x        x          -       -
edge_papers           -         -        x          -       -
security_locks        -         -        x          -       -
journal               -         -        x          x       -
figures               -         -        x          x       -
person_export         -         -        x          x       -
forget                -         -        x          -       x
person_erase          -         -        x          -       x
staff                 -         -        -          -       x
devices               -         -        -          -       x
import                -         -        -          -       x
settings              -         -        -          -       x
doctor                -         -        -          -       x
anchor                -         -        -          -       x
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [
    (Act(act), role, mark == "x") for act, *marks in ROWS for role, mark in zip(Role, marks, strict=True)
]


def test_the_table_names_every_act():
    """A new act must be given its line here."""
    assert {Act(row[0]) for row in ROWS} == set(Act)


@pytest.mark.parametrize(("act", "role", "allowed"), CELLS)
def test_a_role_may_do_what_the_table_says(act, role, allowed):
    """And nothing else."""
    assert allowed is may(role, act)


@pytest.mark.parametrize(("act", "role", "allowed"), CELLS)
def test_a_disabled_account_may_do_nothing(act, role, allowed):
    """Whatever its role."""
    with pytest.raises(NotAllowed):
        require(StaffAccount("ann", role, "", is_disabled=True), act)


def test_who_may_is_let_through():
    """No answer is the answer."""
    require(StaffAccount("ann", Role.APPROVER, ""), Act.APPROVE)


def test_who_may_not_is_told_whom_to_ask():
    """The sentence names the roles that may."""
    with pytest.raises(NotAllowed, match="approver or supervisor") as refused:
        require(StaffAccount("ann", Role.ADMIN, ""), Act.APPROVE)

    assert ("role", "approve") == refused.value.reasons
