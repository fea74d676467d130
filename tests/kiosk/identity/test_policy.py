"""What a campus accepts where it sets nothing."""

import pytest

from kiosk.identity.document_kind import DocumentKind
from kiosk.identity.policy import DEFAULT_POLICY, Policy


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (DocumentKind.NATIONAL_IDENTITY_CARD, "accept"),
        (DocumentKind.PASSPORT, "accept"),
        (DocumentKind.RESIDENCE_PERMIT, "review"),
        (DocumentKind.OTHER_IDENTITY_CARD, "review"),
        (DocumentKind.OTHER_DOCUMENT, "review"),
        (DocumentKind.DRIVING_LICENCE, "refuse"),
        (DocumentKind.VISA, "refuse"),
    ],
)
def test_documents_by_default(kind, rule):
    """An identity card or a passport, as announced; a permit by a person's decision."""
    assert rule == DEFAULT_POLICY.rule_for(kind)


def test_doubts_go_to_a_person_and_specimens_to_nobody_by_default():
    """Expired papers are commonly taken in France where the picture resembles."""
    assert ("review", "review", False) == (
        DEFAULT_POLICY.expired,
        DEFAULT_POLICY.one_letter,
        DEFAULT_POLICY.specimens,
    )


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_kind_that_is_not_named_is_refused(kind):
    """An incomplete list opens nothing."""
    assert "refuse" == Policy(documents={}).rule_for(kind)
