"""The filters of the narrative: each prints a figure, or what two of them make, in house style."""

import inspect
from collections.abc import Callable
from fractions import Fraction

from msgspec.structs import replace

from tieout.compose.book import Style
from tieout.compose.figures import Origin, Quantity
from tieout.compose.house_style import percentage, rounded_in, told, whole_decimals
from tieout.compose.narrative.record import Record, Told
from tieout.compose.narrative.terms import Stated, Term
from tieout.errors import Misuse
from tieout.lexicon.numbers import COUNTS
from tieout.model.amount import Amount, grouped, rounded
from tieout.model.period import Period

_COUNT_WORDS = {count: word for word, count in COUNTS.items()}


class Filters:
    """Filters over one book; the public methods are what narratives may call."""

    def __init__(self, style: Style, record: Record) -> None:
        """Filters that print in a style and keep in a record what they print."""
        self._style = style
        self._record = record

    def by_name(self) -> dict[str, Callable[..., object]]:
        """Every filter under its name."""
        own = inspect.getmembers(self, inspect.ismethod)
        return {name: one for name, one in own if not name.startswith("_") and name != "by_name"}

    # ------------------------------------------------------------------------------ periods

    def of(self, term: object, period: str) -> Term | Stated:
        """The figure of another period: "six months", "same period last year"."""
        figure = term if isinstance(term, Stated) else _term(term, "of")
        return figure.in_period(_words(period, "of"))

    def at(self, term: object, day: str) -> Term | Stated:
        """The figure at another day: "March 31, 2007"."""
        return self.of(term, day)

    # ------------------------------------------------------------------------------ amounts

    def amount(self, term: object, scale: str | None = None, decimals: int | None = None) -> str:
        """The amount: "$7.2 million"; `scale` "whole" for "$7,219,000"."""
        quantity = _term(term, "amount").quantity()
        return self._told(quantity, quantity.amount, "figure", scale, decimals)

    def unsigned(self, term: object, scale: str | None = None, decimals: int | None = None) -> str:
        """The amount without its sign, for words that say which way it went."""
        quantity = _term(term, "unsigned").quantity()
        return self._told(quantity, abs(quantity.amount), "figure", scale, decimals)

    def plain(self, term: object) -> str:
        """The digits as the statement prints them: "7,219"."""
        quantity = _term(term, "plain").quantity()
        amount = quantity.amount
        power = quantity.power
        digits = grouped(abs(amount.mantissa), amount.exponent - power)
        text = f"({digits})" if amount.mantissa < 0 else digits
        return self._mark(text, amount, "figure", quantity)

    def per_share(self, term: object, shares: object = None, decimals: int = 2) -> str:
        """An amount per share: "$0.06 per share"; computed where the shares are given."""
        quantity = _term(term, "per_share").quantity()
        amount = quantity.amount
        kind, origins = "figure", quantity.origins
        if shares is not None:
            count = _term(shares, "per_share").quantity(quantity.period)
            if not count.amount.unit.is_shares or not count.amount.mantissa:
                raise Misuse("per_share divides by a line whose unit is shares, and not by none")
            exact = amount.value / count.amount.value
            places = whole_decimals(decimals)
            amount = Amount(rounded(exact, -places), -places, amount.unit.per_share)
            kind, origins = "per share", origins + count.origins
        elif not amount.unit.per:
            raise Misuse("per_share prints an amount per share, or needs the shares: "
                         "net_income | per_share(weighted_shares)")  # fmt: skip
        text = f"{told(self._style, amount)} per share"
        return self._mark(text, amount, kind, quantity, origins=origins)

    def words(self, number: object) -> str:
        """A small whole number in words: "three"."""
        quantity = number.quantity() if isinstance(number, Term) else None
        value = quantity.amount.value if quantity else number
        if isinstance(value, bool) or value not in _COUNT_WORDS:
            raise Misuse(f"{value} has no word: words prints whole numbers up to twelve")
        text = _COUNT_WORDS[int(value)]
        return text if quantity is None else self._mark(text, quantity.amount, "figure", quantity)

    def hedged(self, what: object, hedge: str = "approximately") -> str:
        """The amount with a hedge in front: "approximately $7.2 million"."""
        text = self.amount(what) if isinstance(what, Term) else _words(what, "hedged")
        return f"{_words(hedge, 'hedged')} {text}"

    # ------------------------------------------------------------------------------ changes

    def change(
        self,
        term: object,
        since: str,
        told: str = "percent",
        hedge: str | None = None,
        scale: str | None = None,
        decimals: int | None = None,
    ) -> str:
        """A change in a phrase: "an increase of approximately 145%".

        `told` is "percent", "amount" ("a decrease of $2.0 million") or "both" ("a decrease of
        $0.2 million, or 6%"); "no change" where there is none.
        """
        if told not in ("percent", "amount", "both"):
            raise Misuse(f"a change is stated as 'percent', 'amount' or 'both', not {told!r}")
        now, before = self._both(term, since, "change")
        if now.amount.value == before.amount.value:
            return "no change"
        way = "an increase" if now.amount.value > before.amount.value else "a decrease"
        if told == "percent":
            about = "approximately" if hedge is None else hedge
            what = self._percent(now, before, decimals)
        else:
            about = hedge or ""
            what = self._difference(now, before, scale, decimals)
            if told == "both":
                what = f"{what}, or {self._percent(now, before, None)}"
        return f"{way} of {about} {what}" if about else f"{way} of {what}"

    def change_amount(
        self, term: object, since: str, scale: str | None = None, decimals: int | None = None
    ) -> str:
        """How much more or less, without a sign: "$1.6 million"."""
        return self._difference(*self._both(term, since, "change_amount"), scale, decimals)

    def percent_change(
        self, term: object, since: str, decimals: int | None = None, word: str | None = None
    ) -> str:
        """How much more or less in percent, without a sign: "29%"; `word` "percent" for the "%"."""
        return self._percent(*self._both(term, since, "percent_change"), decimals, word)

    def increase_or_decrease(
        self, term: object, since: str, up: str = "increase", down: str = "decrease"
    ) -> str:
        """The word for the way it went: "increase", "decrease", or the two given."""
        now, before = self._both(term, since, "increase_or_decrease")
        if now.amount.value == before.amount.value:
            raise Misuse("there is no change to call an increase or a decrease: say so in words")
        return up if now.amount.value > before.amount.value else down

    # ------------------------------------------------------------------------------ shares

    def share(
        self, term: object, whole: object, decimals: int | None = None, word: str | None = None
    ) -> str:
        """A part in percent of a whole of the same period: "10%"; `word` "percent" for the "%"."""
        part = _term(term, "share").quantity()
        base = _term(whole, "share").quantity(part.period)
        if base.amount.mantissa <= 0 or part.amount.unit != base.amount.unit:
            raise Misuse("a share is taken of a whole above zero, in the same unit")
        places = self._style.percent_decimals if decimals is None else decimals
        amount = percentage(part.amount.value / base.amount.value, places)
        return self._mark(told(self._worded(word), amount), amount, "share", part,
                          origins=part.origins + base.origins)  # fmt: skip

    def share_of(
        self, term: object, whole: object, decimals: int | None = None, name: str | None = None
    ) -> str:
        """A share with what it is of: "10% of revenue"; `name` where the caption does not do."""
        text = self.share(term, whole, decimals)
        caption = _term(whole, "share_of").quantity().caption.partition("{{")[0].strip()
        lowered = caption if caption[:2].isupper() else caption[:1].lower() + caption[1:]
        return f"{text} of {name or lowered}"

    # ------------------------------------------------------------------------------ inside

    def _both(self, term: object, since: str, name: str) -> tuple[Quantity, Quantity]:
        """The figure now and the one before."""
        figure = _term(term, name)
        now = figure.quantity()
        base = figure.resolved(_words(since, name), now.period)
        if base == now.period:
            raise Misuse(f"{since!r} is the period itself: {name} needs another")
        return now, figure.quantity(base)

    def _difference(
        self, now: Quantity, before: Quantity, scale: str | None, decimals: int | None
    ) -> str:
        """The difference, exact or of the figures as printed, as the house has it."""
        one, two = now.amount, before.amount
        if self._style.differences == "printed":
            one = rounded_in(self._style, one, scale, decimals)
            two = rounded_in(self._style, two, scale, decimals)
        exponent = min(one.exponent, two.exponent)
        amount = Amount(abs(one.at(exponent) - two.at(exponent)), exponent, one.unit)
        return self._told(now, amount, "change", scale, decimals, before)

    def _worded(self, word: str | None) -> Style:
        """The style, with a word where it has the percent sign, or the sign where it has a word."""
        if word is None:
            return self._style
        return replace(self._style, percent=f" {word}" if word.isalpha() else word)

    def _percent(
        self, now: Quantity, before: Quantity, decimals: int | None, word: str | None = None
    ) -> str:
        """The change in percent of the figure before."""
        base = before.amount.value
        if base <= 0 or now.amount.value < 0:
            raise Misuse(
                "a change in percent means nothing from or to a figure below zero, or from zero: "
                "state the amount instead"
            )
        places = self._style.percent_decimals if decimals is None else decimals
        amount = percentage(abs(Fraction(now.amount.value / base - 1)), places)
        text = told(self._worded(word), amount)
        return self._mark(text, amount, "percent change", now, before)

    def _told(
        self,
        quantity: Quantity,
        amount: Amount,
        kind: str,
        scale: str | None,
        decimals: int | None,
        before: Quantity | None = None,
    ) -> str:
        """The amount in house style, marked."""
        printed = rounded_in(self._style, amount, scale, decimals)
        return self._mark(told(self._style, printed, scale), printed, kind, quantity, before)

    def _mark(
        self,
        text: str,
        amount: Amount,
        kind: str,
        quantity: Quantity,
        before: Quantity | None = None,
        origins: tuple[Origin, ...] = (),
    ) -> str:
        """The text with what it means kept in the record."""
        since: Period | None = before.period if before else None
        cells = origins or quantity.origins + (before.origins if before else ())
        return self._record.mark(
            Told(
                text,
                amount,
                kind,
                quantity.concept,
                quantity.caption,
                quantity.period,
                since,
                cells,
            )
        )


def _term(term: object, name: str) -> Term:
    """The figure a filter is given; raises Misuse for words and numbers."""
    if isinstance(term, Term):
        return term
    raise Misuse(f"{name} is taken of a figure: write the line's key in front of '| {name}'")


def _words(words: object, name: str) -> str:
    """The words a filter is given; raises Misuse for anything else."""
    if isinstance(words, str):
        return words
    raise Misuse(f"{name} needs words in quotes")
