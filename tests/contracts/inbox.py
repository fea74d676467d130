"""What every inbox keeps to. A backend's test class inherits this and gives `both`, a live store and its inbox."""

import json
from dataclasses import replace

import pytest

from kiosk.errors import NotFound, Refused
from kiosk.journal.event import Happening
from kiosk.request.request import State
from kiosk.store import Inbox, Letter, Store
from tests.kiosk.store.examples import DAY, NOW, a_holder, a_request, ended, happening
from tests.kiosk.store.sealing import holds

Both = tuple[Store, Inbox]
JOINED = Happening("request_joined", "id-r9", "visitor", NOW)


def a_letter(number: str = "r1") -> Letter:
    return Letter(f"id-{number}", "0123456789abcdef", b"sealed " + number.encode(), b"signed")


def kinds(store: Store) -> list[tuple[str, str]]:
    return [(json.loads(event.body)["kind"], json.loads(event.body)["subject"]) for event in store.events()]


class InboxContract:
    """A letter is taken once, whatever is tried how often."""

    @pytest.fixture
    def both(self) -> Both:
        raise NotImplementedError("a backend says how it is opened")

    def take(self, both: Both, request, letter: Letter | None = None):
        letter = letter or replace(a_letter(), id=request.id)
        both[1].post(letter, NOW)
        return both[1].take_request(letter.id, request, happening("request_filed"), JOINED)

    def test_letters_are_offered_in_order_until_they_are_taken(self, both: Both):
        """Whole; a second copy of one changes nothing."""
        _, inbox = both
        for name in ("r2", "r1", "r2"):
            inbox.post(a_letter(name), NOW)

        assert (a_letter("r2"), a_letter("r1")) == inbox.letters()
        assert (a_letter("r2"),) == inbox.letters(1)
        assert (2, 0) == inbox.letter_counts()

    def test_a_taken_letter_is_gone_and_known(self, both: Both):
        """Its content is erased; posted again it is not offered again."""
        _, inbox = both
        self.take(both, a_request())
        inbox.post(a_letter(), NOW)

        assert ((), (0, 0)) == (inbox.letters(), inbox.letter_counts())
        assert inbox.take_request("id-r1", a_request(), happening(), JOINED) is None

    def test_a_taken_request_is_filed_with_its_event(self, both: Both):
        """As if it had been submitted."""
        store, _ = both

        assert a_request() == self.take(both, a_request()) == store.get("r1")
        assert ["request_filed"] == [kind for kind, _ in kinds(store)]
        assert holds(store)

    def test_a_request_that_got_through_before_stays_as_it_is(self, both: Both):
        """Only its answer was lost; it may have moved since."""
        store, _ = both
        store.submit(a_request(), happening())
        moved = store.swap(a_request(), ended(a_request()), happening())

        assert moved == self.take(both, a_request())
        assert 2 == len(kinds(store))

    def test_a_ticket_joins_the_open_request_of_its_student(self, both: Both):
        """Both tickets and both references open it; there is one request."""
        store, _ = both
        standing = store.submit(a_request("r1", holder=a_holder("1")), happening())

        assert standing == self.take(both, a_request("r2", holder=a_holder("1")))

        assert standing == store.by_ticket("ticket-r1") == store.by_ticket("ticket-r2")
        assert standing == store.get("r1") == store.get("r2")
        assert 1 == store.counts()[State.WAITING]
        assert ("request_joined", standing.id) == kinds(store)[-1]

    def test_a_new_ticket_takes_the_place_of_every_one_before(self, both: Both):
        """A reference still finds the request."""
        store, _ = both
        standing = store.submit(a_request("r1", holder=a_holder("1")), happening())
        self.take(both, a_request("r2", holder=a_holder("1")))

        after = store.swap(standing, replace(standing, ticket_digest="new", version=2), happening())

        assert (None, after) == (store.by_ticket("ticket-r2"), store.by_ticket("new"))
        assert after == store.get("r2")

    def test_a_reference_in_use_is_refused_and_the_letter_stays(self, both: Both):
        """Another student's, or one that joined."""
        store, inbox = both
        store.submit(a_request("r1", holder=a_holder("1")), happening())
        self.take(both, a_request("r2", holder=a_holder("1")))

        for name, taken in (("r3", "r1"), ("r4", "r2")):
            with pytest.raises(Refused):
                self.take(both, a_request(name, reference=taken))
        with pytest.raises(Refused):
            store.submit(a_request("r5", reference="r2"), happening())

        assert (2, 0) == inbox.letter_counts()
        assert "r6" == inbox.take_request("id-r3", a_request("r6"), happening(), JOINED).reference

    def test_joined_tickets_go_with_their_request(self, both: Both):
        """After a year nothing opens any more."""
        store, _ = both
        standing = store.submit(a_request("r1", holder=a_holder("1")), happening())
        self.take(both, a_request("r2", holder=a_holder("1")))
        store.swap(standing, ended(standing), happening())

        store.delete_ended_before(NOW + 9 * DAY, happening())

        with pytest.raises(NotFound):
            store.get("r2")
        assert store.by_ticket("ticket-r2") is None

    def test_a_failure_counts_at_its_own_time_and_once(self, both: Both):
        """However often the letter is taken."""
        store, inbox = both
        inbox.post(a_letter(), NOW)
        for _ in range(2):
            inbox.take_failure("id-r1", "22401234", NOW, happening("verification_failed"))

        assert (1, 0) == (store.failures("22401234", NOW), store.failures("22401234", NOW + DAY))
        assert ["verification_failed"] == [kind for kind, _ in kinds(store)]

    def test_a_note_is_an_event(self, both: Both):
        """Once."""
        store, inbox = both
        inbox.post(a_letter(), NOW)
        for _ in range(2):
            inbox.take_note("id-r1", happening("way_out_shown"))

        assert ["way_out_shown"] == [kind for kind, _ in kinds(store)]

    def test_what_can_t_be_opened_is_kept_aside(self, both: Both):
        """Not offered, counted, and not taken."""
        _, inbox = both
        inbox.post(a_letter(), NOW)
        inbox.set_aside("id-r1")

        assert ((), (0, 1)) == (inbox.letters(), inbox.letter_counts())
        assert inbox.take_request("id-r1", a_request(), happening(), JOINED) is None

    def test_the_inbox_knows_the_devices_keys(self, both: Both):
        """Those of the store's writers."""
        store, inbox = both

        assert store.public_keys() == inbox.public_keys()
