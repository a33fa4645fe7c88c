"""Guesses at what a column or a line is computed from: the likeliest is the one that holds most."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_MISSES = 4
"""So many misses, twice as many as agree, and a guess is given up."""

_Guess = TypeVar("_Guess")


def likeliest(
    guesses: Iterable[_Guess],
    holds: Callable[[_Guess], Iterable[bool]],
    *,
    is_said: bool = False,
) -> _Guess | None:
    """The guess that holds for most figures, and for more than not, the first of equals.

    `holds` says of each figure in turn whether it is as guessed. Where words say that something
    makes the line (`is_said`), as many as not are enough.
    """
    best: _Guess | None = None
    most = 0
    for guess in guesses:
        agreed = missed = 0
        for one in holds(guess):
            agreed += one
            missed += not one
            if missed > _MISSES and missed > 2 * agreed:
                break
        if agreed > most and agreed >= missed + (not is_said):
            best, most = guess, agreed
    return best
