"""What lines may make a line: nearest first, each with what the search for it has used up."""

import pytest

from tieout.evidence.quantity import Quantity, Style
from tieout.evidence.schedule import Schedule
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.unit import DOLLARS
from tieout.rules.foot.readings import BELOW, PAIR, Reading, held, readings, signs


def schedule(*lines: tuple[str, int | None]) -> Schedule:
    cells = [
        (None,)
        if number is None
        else (Quantity(Amount(number, 3, DOLLARS), (Ref(0, n),), str(number), "", None, Style()),)
        for n, (_, number) in enumerate(lines)
    ]
    captions = tuple(caption for caption, _ in lines)
    return Schedule(0, captions, ("2019",), ("",), tuple(cells))


def found(number: int, *lines: tuple[str, int | None]) -> list[Reading]:
    one = schedule(*lines)
    return list(readings(one, number, 0, range(number), signs(one)))


@pytest.mark.parametrize(
    ("number", "lines", "reading"),
    [
        (2, [("a", 1200), ("b", 3400), ("total", 4600)], Reading(((0, 1), (1, 1)))),
        (2, [("a", 4600), ("b", 3400), ("net", 1200)], Reading(((0, 1), (1, -1)))),
        (
            3,
            [("a", 4600), ("add: b", 300), ("less: c", 1000), ("d", 3900)],
            Reading(((0, 1), (1, 1), (2, -1))),
        ),
        (0, [("all", 4600), ("a", 1200), ("b", 3400)], Reading(((1, 1), (2, 1)), BELOW)),
        (3, [("a", 4600), ("b", 77), ("c", 3400), ("d", 1200)], Reading(((2, -1), (0, 1)), PAIR)),
    ],
    ids=["sum", "difference", "as the captions say", "of which", "two apart"],
)
def test_a_line_may_be(number: int, lines: list[tuple[str, int | None]], reading: Reading) -> None:
    assert reading in found(number, *lines)


def test_no_lines_that_add_up_are_no_reading() -> None:
    assert found(2, ("a", 1200), ("b", 3400), ("total", 9999)) == []


def test_a_heading_stands_in_no_reading() -> None:
    one = found(3, ("a", 1200), ("heading", None), ("b", 3400), ("total", 4600))[0]
    assert one.parts == ((0, 1), (2, 1))
    assert [way for way, _ in held(schedule(("a", 1), ("b", None)), ((0, 1), (1, 1)), 0)] == [1]
