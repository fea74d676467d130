"""What kind of paper a zone belongs to."""

import pytest

from kiosk.identity.document_kind import is_specimen, kind_of
from kiosk.reading.document import DocumentFormat
from tests.kiosk.identity.papers import a_document


@pytest.mark.parametrize(
    ("form", "code", "state", "nationality", "expected"),
    [
        ("TD1", "ID", "FRA", "FRA", "national_identity_card"),
        ("TD1", "ID", "D", "D", "national_identity_card"),
        ("TD1", "ID", "D<<", "D", "national_identity_card"),
        ("TD1", "C", "ITA", "ITA", "national_identity_card"),
        ("TD1", "I<", "UTO", "UTO", "national_identity_card"),
        ("TD1", "ID", "ROU", "R0U", "national_identity_card"),
        ("TD2", "ID", "ROU", "ROU", "national_identity_card"),
        ("TD1", "ID", "FRA", "", "national_identity_card"),
        ("FRA", "ID", "FRA", "", "national_identity_card"),
        ("TD1", "ID", "MAR", "MAR", "other_identity_card"),
        ("TD1", "IR", "FRA", "MAR", "residence_permit"),
        ("TD1", "IR", "FRA", "", "residence_permit"),
        ("TD1", "I", "FRA", "MAR", "residence_permit"),
        ("TD1", "AR", "FRA", "SEN", "residence_permit"),
        ("TD1", "CR", "D", "SYR", "residence_permit"),
        ("TD1", "I", "FRA", "XXA", "residence_permit"),
        ("TD1", "AC", "FRA", "FRA", "other_document"),
        ("TD3", "P", "FRA", "FRA", "passport"),
        ("TD3", "PP", "NLD", "NLD", "passport"),
        ("TD3", "P<", "GBO", "GBO", "passport"),
        ("TD3", "TR", "FRA", "XXB", "other_document"),
        ("TD2", "P", "FRA", "FRA", "other_document"),
        ("MRVA", "V", "FRA", "MAR", "visa"),
        ("MRVB", "VC", "FRA", "MAR", "visa"),
        ("LICENCE", "D1", "FRA", "", "driving_licence"),
    ],
)
def test_kinds(form, code, state, nationality, expected):
    """By the format, the document code, the issuer, and whether the holder is its national."""
    document = a_document(
        format=DocumentFormat(form), document_code=code, issuing_state=state, nationality=nationality
    )

    assert expected == kind_of(document)


def test_only_utopia_issues_specimens():
    """A specimen of a real state can't be told by its zone."""
    assert is_specimen(a_document(issuing_state="UTO"))
    assert not is_specimen(a_document(issuing_state="FRA"))
