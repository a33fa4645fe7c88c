"""Which figures of the release a column of the books has, told by most of its rows."""

from collections.abc import Hashable, Iterable, Mapping, Sized
from typing import TypeVar

from tieout.evidence.booked import Booked
from tieout.model.period import Period
from tieout.model.statement import Fact

_OTHERS = 3
"""So many other figures must show for which time a column has its numbers."""

_Key = TypeVar("_Key")


class Columns:
    """What most rows say of columns headed by a day alone, and of the sheets they stand on."""

    def __init__(self, alike: Iterable[tuple[Fact, Booked]]) -> None:
        """By facts of the subject with the numbers that are called so and print alike."""
        periods: dict[Hashable, dict[Period, set[tuple[int, ...]]]] = {}
        sheets: dict[int, dict[Hashable, set[tuple[int, ...]]]] = {}
        for fact, one in alike:
            own = sheets.setdefault(fact.statement, {})
            own.setdefault(one.key[:2], set()).add(one.figures)
            if one.period is None and fact.period is not None and not fact.period.is_instant:
                lasting = periods.setdefault(one.key, {})
                lasting.setdefault(fact.period, set()).add(one.figures)
        self._periods = {key: _most(found) for key, found in periods.items()}
        self._sheets = {statement: _most(found) for statement, found in sheets.items()}

    def period(self, one: Booked) -> Period | None:
        """The period over which a column that says none has its numbers; None where it is open."""
        return self._periods.get(one.key) if one.period is None else None

    def is_at_home(self, one: Booked, fact: Fact) -> bool:
        """True for a number of the sheet that has the rows of the fact's own statement."""
        return self._sheets.get(fact.statement) == one.key[:2]


def _most(found: Mapping[_Key, Sized]) -> _Key | None:
    """What more than a few cells say, and more than twice as many as say another thing."""
    first, second = (*sorted(found, key=lambda one: -len(found[one])), None, None)[:2]
    most, next_ = (len(found[one]) if one is not None else 0 for one in (first, second))
    return first if most > _OTHERS and most > 2 * next_ else None
