"""How a quarter stands to others: the sum of twelve months, growth on a year and on a quarter."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from tieout.model.amount import Amount, rounded
from tieout.model.series import Growth, Value
from tieout.series.derived import total

_RATE = -3
"""Growth is told in percent to one decimal."""


def trailing(quarters: Mapping[int, Value], year: Value | None, number: int) -> Value | None:
    """The sum of the four quarters up to one; a fiscal year as told where they are not in hand."""
    four = [quarters.get(one) for one in range(number - 3, number + 1)]
    parts = [value for value in four if value is not None]
    if len(parts) == 4:
        names = " + ".join(f"Q{one % 4 + 1}" for one in range(number - 3, number + 1))
        return total(parts, parts[0].amount.unit, names)
    return year if number % 4 == 3 else None


def growth(now: Value | None, then: Value | None, since: date | None) -> Growth | None:
    """The change in percent of the earlier value, rounded to one decimal; None without both.

    From nothing or from a loss, and to a loss, a rate would mean nothing.
    """
    if now is None or then is None or since is None:
        return None
    before, after = then.amount.value, now.amount.value
    if before <= 0 or after < 0:
        return Growth(None, since)
    rate = Fraction(after, before) - 1
    return Growth(Amount(rounded(rate, _RATE), _RATE), since)
