"""The journal's chains: whatever is changed afterwards is found."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.journal.anchor import Anchor
from kiosk.journal.chain import verify
from kiosk.journal.digest import sha256_hex
from kiosk.journal.event import Event
from kiosk.journal.link import NOTHING_BEFORE, Fault
from kiosk.journal.sealer import DeviceSealer
from kiosk.journal.signature import DeviceKey
from tests.kiosk.journal.given_events import KEYS, NOON, OTHER, SEALER, a_chain, a_happening

LENGTH = 6
CHAIN = a_chain(LENGTH)
HEAD = Anchor(SEALER.writer, LENGTH, CHAIN[-1].digest, NOON)
PLACES = st.integers(0, LENGTH - 1)


def why(events, anchors=(), keys=KEYS) -> Fault | None:
    broken = verify(events, keys, anchors).first_broken
    return broken.why if broken else None


def test_an_untouched_journal_holds():
    """Every link, every signature, every anchor."""
    report = verify(CHAIN, KEYS, [HEAD])
    assert (LENGTH, 1, 1, None) == (report.events, report.writers, report.anchors, report.first_broken)


def test_an_empty_journal_holds():
    """Nothing was written, nothing is missing."""
    assert why([]) is None


def test_writers_may_be_mixed():
    """Two devices write into one store, each onto its own chain."""
    mixed = [event for pair in zip(CHAIN, a_chain(LENGTH, OTHER), strict=True) for event in pair]
    assert why(mixed) is None


def test_the_first_event_follows_nothing():
    """Its number is 1 and its previous is 64 zeros."""
    assert (1, NOTHING_BEFORE) == (CHAIN[0].sequence, CHAIN[0].previous)


def test_the_body_is_canonical():
    """Sorted keys, no spaces, UTC: the same facts always have the same digest."""
    assert CHAIN[0].body == (
        '{"at":"2026-11-23T11:00:00.000000+00:00","by":"ann","details":{"alone":false,"seen":true,'
        '"state":"approved"},"format":1,"kind":"request_approved","previous":"' + NOTHING_BEFORE + '",'
        '"sequence":1,"subject":"0123456789abcdef0123456789abcdef","writer":"' + SEALER.writer + '"}'
    )


@given(PLACES, st.sampled_from([field.name for field in fields(Event)]), st.data())
def test_any_altered_column_is_found(place, column, data):
    """One character of any text, or any other number."""
    altered = [*CHAIN]
    altered[place] = replace(CHAIN[place], **{column: other_value(getattr(CHAIN[place], column), data)})
    assert why(altered) is not None


def other_value(value: str | int, data: st.DataObject) -> str | int:
    if isinstance(value, int):
        return data.draw(st.integers(-1, 100).filter(lambda number: number != value))
    at = data.draw(st.integers(0, len(value) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda other: other != value[at]))
    return value[:at] + letter + value[at + 1 :]


@given(PLACES)
def test_any_removed_event_is_found(place):
    """The last one by the anchor, any other by the gap it leaves."""
    broken = verify(CHAIN[:place] + CHAIN[place + 1 :], KEYS, [HEAD]).first_broken
    assert broken is not None
    assert (place + 1 if place == LENGTH - 1 else place + 2) == broken.sequence


@given(PLACES, PLACES)
def test_any_two_swapped_events_are_found(one, other):
    """Their numbers tell."""
    swapped = [*CHAIN]
    swapped[one], swapped[other] = swapped[other], swapped[one]
    assert (one != other) is (why(swapped) is not None)


@given(PLACES, PLACES)
def test_any_repeated_event_is_found(which, place):
    """Wherever the copy stands."""
    repeated = [*CHAIN[:place], CHAIN[which], *CHAIN[place:]]
    assert why(repeated) is not None


def test_a_cut_off_end_is_found_by_its_anchor():
    """Without one the shorter chain would look whole."""
    assert why(CHAIN[:-2]) is None
    assert Fault.CUT_OFF == why(CHAIN[:-2], [HEAD])


def test_a_journal_that_is_gone_altogether_is_found_by_its_anchor():
    """Not one event is left, and the anchor remembers."""
    broken = verify([], KEYS, [HEAD]).first_broken
    assert broken is not None
    assert (SEALER.writer, 1, Fault.CUT_OFF) == (broken.writer, broken.sequence, broken.why)


def test_a_chain_written_anew_with_the_right_key_is_found_by_its_anchor():
    """Who steals the device's key still can't reach the anchors."""
    anew = [SEALER.seal(a_happening(99), None)]
    for minute in range(1, LENGTH):
        anew.append(SEALER.seal(a_happening(minute), anew[-1]))
    assert why(anew) is None
    assert Fault.ANCHOR_MISMATCH == why(anew, [HEAD])


def test_a_writer_that_nobody_enrolled_is_found():
    """A key made by whoever forges is none of ours."""
    assert Fault.UNKNOWN_WRITER == why(CHAIN, keys={})


def test_an_exchanged_public_key_is_found():
    """A writer's name is the digest of its key, so the key can't be replaced under it."""
    assert Fault.UNKNOWN_WRITER == why(CHAIN, keys={SEALER.writer: OTHER.public_key})


def test_a_body_altered_with_its_digest_is_found_by_the_signature():
    """The digest alone anyone can make."""
    forged = DeviceSealer(DeviceKey(bytes(32))).seal(a_happening(7), None)
    mine = replace(forged, body=forged.body.replace(forged.writer, SEALER.writer), writer=SEALER.writer)
    assert Fault.WRONG_SIGNATURE == why([replace(mine, digest=sha256_hex(mine.body))])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"body": "{}"}, Fault.ALTERED_BODY),
        ({"signature": "zz"}, Fault.WRONG_SIGNATURE),
        ({"signature": CHAIN[0].signature.upper()}, Fault.WRONG_SIGNATURE),
        ({"signature": ""}, Fault.WRONG_SIGNATURE),
        ({"format": 2}, Fault.UNKNOWN_FORMAT),
        ({"sequence": 9}, Fault.ALTERED_BODY),
    ],
)
def test_a_fault_has_a_name(changes, expected):
    """The report says why, not only where."""
    assert expected == why([replace(CHAIN[0], **changes)])


def test_the_first_broken_link_is_reported():
    """Later ones are often its consequences."""
    broken = verify([CHAIN[0], CHAIN[3], CHAIN[2]], KEYS).first_broken
    assert broken is not None
    assert (SEALER.writer, 4, Fault.GAP) == (broken.writer, broken.sequence, broken.why)


def test_what_follows_a_broken_link_is_still_counted():
    """An auditor sees how much there is."""
    assert 2 == verify([CHAIN[0], CHAIN[2]], KEYS).events


def test_an_event_follows_its_own_writer_only():
    """To mix chains up is a bug of ours."""
    with pytest.raises(ValueError, match="own writer"):
        OTHER.seal(a_happening(), CHAIN[0])


def test_an_event_that_follows_another_past_is_found():
    """Signed by the right key with the right number, on a chain that forked."""
    forked = SEALER.seal(a_happening(), SEALER.seal(a_happening(99), None))
    assert Fault.PREVIOUS_MISMATCH == why([CHAIN[0], forked])
