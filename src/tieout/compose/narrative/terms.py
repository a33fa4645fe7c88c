"""Terms of the narrative: a line of the book, or lines added and subtracted, in a period."""

from collections.abc import Mapping
from fractions import Fraction

from tieout.compose.figures import Figures, Origin, Quantity
from tieout.errors import Misuse
from tieout.model.amount import Amount
from tieout.model.period import Period

_MOST_WEIGHT = 1000


class Term:
    """One or more lines with their weights; what it amounts to depends on the period asked.

    `period` is that of `at` and `of`; without one it is the quarter announced.
    """

    __slots__ = ("_figures", "_weights", "period")

    def __init__(
        self, figures: Figures, weights: Mapping[str, int], period: Period | None = None
    ) -> None:
        """The lines by key, each with its weight."""
        if any(abs(weight) > _MOST_WEIGHT for weight in weights.values()):
            raise Misuse(f"a line is added more than {_MOST_WEIGHT:,} times")
        self._figures = figures
        self._weights = dict(weights)
        self.period = period

    def resolved(self, words: str = "", about: Period | None = None) -> Period:
        """The period that words mean for the term; without words, its own."""
        if not words and self.period is not None:
            return self.period
        key = next(iter(self._weights))
        return self._figures.period(key, words, about or self.period)

    def in_period(self, words: str) -> "Term":
        """The same lines in another period."""
        return Term(self._figures, self._weights, self.resolved(words))

    def quantity(self, period: Period | None = None) -> Quantity:
        """What it amounts to in a period, by default its own; raises Misuse where unknown."""
        when = self.resolved() if period is None else period
        parts = [
            (weight, self._figures.quantity(key, when)) for key, weight in self._weights.items()
        ]
        first = parts[0][1]
        if len(parts) == 1 and parts[0][0] == 1:
            return first
        if len({one.amount.unit for _, one in parts}) > 1:
            names = " and ".join(self._weights)
            raise Misuse(f"{names} are in different units: they cannot be added")
        exponent = min(one.amount.exponent for _, one in parts)
        total = sum(weight * one.amount.at(exponent) for weight, one in parts)
        origins = tuple(
            Origin(origin.statement, origin.line, origin.column, weight * origin.weight)
            for weight, one in parts
            for origin in one.origins
        )
        caption = " ".join(
            f"{'-' if weight < 0 else '+'} {one.caption}" for weight, one in parts
        ).removeprefix("+ ")
        amount = Amount(total, exponent, first.amount.unit)
        return Quantity(amount, "", caption, first.period, first.power, origins)

    def __add__(self, other: "Term") -> "Term":
        """Both together."""
        return self._with(other, 1)

    def __sub__(self, other: "Term") -> "Term":
        """This less the other."""
        return self._with(other, -1)

    def _with(self, other: object, sign: int) -> "Term":
        """Both, the other with a sign."""
        if not isinstance(other, Term):
            raise Misuse("only figures are added to figures: name the lines")
        if self.period != other.period:
            raise Misuse("figures of different periods are added: name the period behind the sum")
        weights = dict(self._weights)
        for key, weight in other._weights.items():
            weights[key] = weights.get(key, 0) + sign * weight
        return Term(self._figures, weights, self.period)

    def __lt__(self, other: object) -> bool:
        """True where it amounts to less."""
        return self.quantity().amount.value < _value(other)

    def __gt__(self, other: object) -> bool:
        """True where it amounts to more."""
        return self.quantity().amount.value > _value(other)

    def __le__(self, other: object) -> bool:
        """True where it does not amount to more."""
        return not self > other

    def __ge__(self, other: object) -> bool:
        """True where it does not amount to less."""
        return not self < other


class Stated:
    """A figure inside a caption, by period: it prints as it is typed."""

    __slots__ = ("_figures", "_texts", "line", "period")

    def __init__(
        self,
        figures: Figures,
        line: tuple[int, int],
        texts: Mapping[str, str],
        period: Period | None = None,
    ) -> None:
        """The texts by period, "" for any; `line` is its statement and place in it."""
        self._figures = figures
        self.line = line
        self._texts = dict(texts)
        self.period = period

    def in_period(self, words: str) -> "Stated":
        """The same figure in another period."""
        when = self._figures.named(words, None)
        return Stated(self._figures, self.line, self._texts, when)

    def text(self) -> tuple[str, Period]:
        """The figure as typed with its period, by default the quarter's end."""
        when = self.period or self._figures.closing()
        for key, text in self._texts.items():
            if not key or self._figures.named(key, None).is_near(when):
                return text, when
        known = ", ".join(self._texts)
        raise Misuse(f"the caption's figure has no {when.spoken()} ({when}): it has {known}")


def _value(other: object) -> Fraction:
    """What a term is compared with."""
    if isinstance(other, Term):
        return other.quantity().amount.value
    if isinstance(other, int):
        return Fraction(other)
    raise Misuse("a figure is compared with a figure or a whole number")
