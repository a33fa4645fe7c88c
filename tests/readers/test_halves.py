"""Characters that UTF-16 keeps in two halves."""

import pytest

from tieout.readers.halves import in_place, whole


@pytest.mark.parametrize(
    ("halves", "joined", "placed"),
    [
        ("a\ud83d\ude00b", "a\U0001f600b", "a\ufffd\ufffdb"),
        ("\ud83d", "\ufffd", "\ufffd"),
        ("\ude00 é", "\ufffd é", "\ufffd é"),
        ("\ude00\ud83d", "\ufffd\ufffd", "\ufffd\ufffd"),
        ("\U0001f600é", "\U0001f600é", "\U0001f600é"),
        ("plain", "plain", "plain"),
    ],
)
def test_no_half_is_left(halves: str, joined: str, placed: str) -> None:
    assert (whole(halves), in_place(halves)) == (joined, placed)
