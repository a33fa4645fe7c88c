"""Tallies of what became of seeded errors."""

from tieout.model.document import Span
from tieout.model.sensitivity import Fate, Seeded, Slip, Tally, tally

SLIP = Slip("scale slip", 0, (), ())


def test_what_is_neither_noticed_nor_noted_nor_ticked_is_missed() -> None:
    fates: tuple[Fate, ...] = ("caught", "caught", "noted", "ticked", "missed", "led", "led", "led")
    told = tally(Seeded(SLIP, fate, Span(0, 1), "1", "2") for fate in fates)
    assert told == Tally(8, 2, 1, 1, led=3)
    assert told.missed == 1
