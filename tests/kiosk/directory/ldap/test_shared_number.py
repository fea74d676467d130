from tests.contracts.directory import TWIN_NUMBER, TWINS


def test_a_number_that_two_entries_have_is_told_as_shared(each_campus, each_directory):
    """Nobody is found by it, and staff can say why."""
    for nth, twin in enumerate(TWINS):
        each_campus.put(twin, nth)

    assert each_directory.find(TWIN_NUMBER, None) is None
    assert each_directory.is_shared(TWIN_NUMBER)
