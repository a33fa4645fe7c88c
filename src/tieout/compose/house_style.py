"""Amounts in words, as the house prints them in prose: "$7.2 million", "$0.06", "29%"."""

from fractions import Fraction
from typing import Literal, TypeAlias

from tieout.compose.book import Style
from tieout.errors import Misuse
from tieout.model.amount import Amount, grouped, rounded
from tieout.model.unit import PURE

Scale: TypeAlias = Literal["million", "thousand", "billion", "whole"]

_POWERS: dict[str, int] = {"whole": 0, "thousand": 3, "million": 6, "billion": 9}
_MOST_DECIMALS = 6


def rounded_in(
    style: Style, amount: Amount, scale: str | None = None, decimals: int | None = None
) -> Amount:
    """The amount as prose prints it: money and shares in the house's scale, rates as they are.

    Raises Misuse for a scale that is none, and for digits finer than the amount is known to.
    """
    chosen = scale or style.money
    if chosen not in _POWERS:
        raise Misuse(f"{chosen!r} is no scale: say {', '.join(map(repr, _POWERS))}")
    places = _decimals(style, amount, chosen, decimals)
    power = _POWERS[chosen] if amount.unit.is_scaled else -2 if amount.unit.is_pure else 0
    exponent = power - places
    if exponent < amount.exponent and (places or chosen != "whole"):
        raise Misuse(
            f"{places} decimals of a {chosen} are finer than the figure, which is known to "
            f"{grouped(1, amount.exponent)}"
        )
    return Amount(rounded(amount.value, exponent), exponent, amount.unit)


def _decimals(style: Style, amount: Amount, chosen: str, decimals: int | None) -> int:
    """How many decimals to print."""
    if decimals is not None:
        return whole_decimals(decimals)
    if not amount.unit.is_scaled:
        return max(0, -amount.exponent - (2 if amount.unit.is_pure else 0))
    return 0 if chosen == "whole" else style.decimals


def told(style: Style, printed: Amount, scale: str | None = None) -> str:
    """The words of an amount that `rounded_in` gave, a negative one in brackets."""
    if printed.unit.is_pure:
        digits = grouped(abs(printed.mantissa), printed.exponent + 2)
        words = f"{digits}{style.percent}"
        return f"({words})" if printed.mantissa < 0 else words
    chosen = scale or style.money
    power = _POWERS[chosen] if printed.unit.is_scaled else 0
    digits = grouped(abs(printed.mantissa), printed.exponent - power)
    if printed.mantissa < 0:
        digits = f"({digits})"
    sign = "" if printed.unit.is_shares else style.currency
    word = f" {chosen}" if power else ""
    return f"{sign}{digits}{word}"


def percentage(ratio: Fraction, decimals: int) -> Amount:
    """A ratio as a percentage of so many decimals; raises Misuse for decimals that are none."""
    exponent = -2 - whole_decimals(decimals)
    return Amount(rounded(ratio, exponent), exponent, PURE)


def whole_decimals(decimals: object) -> int:
    """The decimals asked for; raises Misuse for more than a figure of prose has."""
    if not isinstance(decimals, int) or not 0 <= decimals <= _MOST_DECIMALS:
        raise Misuse(f"{decimals} decimals: say 0 to {_MOST_DECIMALS}")
    return decimals
