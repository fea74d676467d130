from kiosk.notices.silent import Silent
from tests.kiosk.channel.approved import a_request


def test_tells_nobody_and_never_complains(tmp_path):
    """A campus without notices goes on as if there were some, a holder or none."""
    Silent().tell(a_request())
    Silent().tell(a_request(holder=None))
