"""The code that stands for a time to choose."""

from clinic.booking.occupancy import PickedTime, read_code
from tests.booking.builders import TEN


def test_a_slots_code_is_read_back_and_nonsense_is_not() -> None:
    assert read_code("20260305T180000Z-3") == PickedTime(TEN, 3)
    assert read_code("20260305T180000Z-3-2") == PickedTime(TEN, 3, place=2)
    for wrong in (
        "",
        "20260305T180000Z",
        "20260305T180200Z-3",
        "yesterday-3",
        "20260305T180000Z--3",
        "20260305T180000Z-3-",
        "20260305T180000Z-3-2-1",
        "20260305T180000Z-³",
    ):
        assert read_code(wrong) is None
