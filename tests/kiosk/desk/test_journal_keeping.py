"""Anchored heads outside the store show what is missing inside."""

from dataclasses import replace

import pytest

from kiosk.desk.anchoring import FILE, read_anchors
from kiosk.desk.deciding import refuse
from kiosk.desk.journal_keeping import anchor_journal, export_journal, verify_journal
from kiosk.errors import NotAllowed
from kiosk.request.life import RefusalReason
from kiosk.staff.account import Role
from tests.kits import a_bench


@pytest.fixture
def refused(bench, waiting):
    return refuse(bench.kit, bench.staff[Role.APPROVER], waiting.reference, RefusalReason.DID_NOT_COME)


def test_every_decision_anchors_the_heads(bench, refused):
    """By itself, and readable to nobody else."""
    file = bench.kit.rules.anchor_to / FILE

    assert [2] == [anchor.sequence for anchor in read_anchors(bench.kit.rules.anchor_to)]
    assert 0o600 == file.stat().st_mode & 0o777
    assert (2, 1, None) == _counts(verify_journal(bench.kit))


def test_a_journal_that_lost_its_end_is_found_out(bench, refused, tmp_path):
    """A store put back from before the decision has a chain that holds, but not to its anchors."""
    older = a_bench(tmp_path / "older")
    try:
        broken = verify_journal(_with_anchors_of(older, bench)).first_broken
    finally:
        older.kit.store.close()

    assert "cut_off" == broken.why


def test_anchoring_takes_an_administrator(bench, refused):
    """By the table; and it writes one line a writer."""
    with pytest.raises(NotAllowed):
        anchor_journal(bench.kit, bench.staff[Role.AUDITOR])

    assert 1 == len(anchor_journal(bench.kit, bench.staff[Role.ADMIN]))


def test_the_auditor_exports_every_event(bench, refused):
    """In order."""
    exported = list(export_journal(bench.kit, bench.staff[Role.AUDITOR]))

    assert [1, 2] == [event.sequence for event in exported]


def _counts(report):
    return report.events, report.anchors, report.first_broken


def _with_anchors_of(older, bench):
    return replace(older.kit, rules=bench.kit.rules)
