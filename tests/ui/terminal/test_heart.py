"""The terminal beats by itself where somebody listens."""

from dataclasses import replace

from tests.kits import a_bench
from ui.terminal.heart import Heart


def test_it_beats_at_once_and_again(qtbot, tmp_path):
    """With what keeps the terminal from working."""
    heard: list[dict[str, str]] = []
    kit = a_bench(tmp_path / "store").kit
    heart = Heart(replace(kit, beat=heard.append), lambda: "camera", every_ms=20)

    qtbot.waitUntil(lambda: len(heard) >= 3)

    assert heart.close()
    assert {"camera"} == {each["out_of_order"] for each in heard}
    kit.store.close()


def test_on_one_computer_it_is_still(qtbot, tmp_path):
    """Nobody asks."""
    kit = a_bench(tmp_path / "store").kit
    heart = Heart(kit, lambda: "")
    heart.turn()

    assert not heart.timer.isActive()
    assert heart.under_way is None
    assert heart.close()
    kit.store.close()
