"""Answers are kept by the very things they were asked of."""

from tieout.model.memo import Remembered, afresh


def test_the_same_thing_is_asked_once_and_an_equal_one_again() -> None:
    memo, asked = Remembered(8), list[str]()
    one, equal = [1], [1]
    for thing in (one, one, equal, one):
        memo("sum", lambda: asked.append("asked"), thing)
    assert len(asked) == 2
    assert memo("count", lambda: 3, one) == 3


def test_afresh_asks_each_time() -> None:
    asked: list[int] = []
    for _ in range(3):
        afresh("sum", lambda: asked.append(1), asked)
    assert len(asked) == 3


def test_what_is_settled_outlives_what_is_too_much() -> None:
    memo, things = Remembered(2), [[number] for number in range(6)]
    asked: list[int] = []
    memo("of", lambda: asked.append(0), things[0])
    memo.settle()
    for number in range(1, 6):
        memo("of", lambda: asked.append(1), things[number])
    memo("of", lambda: asked.append(0), things[0])
    assert asked.count(0) == 1
