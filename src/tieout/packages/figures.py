"""The figures of a package by document and number: what each is of, and its amount."""

from collections.abc import Sequence

from tieout.lexicon.currencies import sign_of
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.model.workpaper import Release

_POWERS = {0: "", 3: " thousand", 6: " million", 9: " billion", 12: " trillion"}


class Figures:
    """The figures of the documents of a package."""

    def __init__(self, releases: Sequence[Release]) -> None:
        """Those of these documents."""
        self.releases = releases
        self._facts: list[dict[int, Fact]] = []
        for release in releases:
            facts: dict[int, Fact] = {}
            for fact in release.facts:
                facts.setdefault(fact.figure, fact)
            self._facts.append(facts)
        self._claims = [{claim.figure: claim for claim in one.claims} for one in releases]

    def fact(self, ref: Ref) -> Fact | None:
        """The fact of a statement that a figure is, or None."""
        return self._facts[ref.document].get(ref.figure)

    def claim(self, ref: Ref) -> Claim | None:
        """The claim of prose that a figure is, or None."""
        return self._claims[ref.document].get(ref.figure)

    def told(self, ref: Ref) -> Fact | Claim | None:
        """The fact or the claim that a figure is, or None."""
        return self.fact(ref) or self.claim(ref)

    def amount(self, ref: Ref) -> Amount | None:
        """A figure's amount in whole units, or None where it is neither a fact nor a claim."""
        told = self.told(ref)
        return told.amount if told is not None else None

    def text(self, ref: Ref) -> str:
        """A figure as printed: in prose with its currency, in a table with its brackets."""
        document = self.releases[ref.document].document
        figure, fact = document.figures[ref.figure], self.fact(ref)
        if fact is not None:
            return fact.shown(figure.text)
        sign = sign_of(figure.currency)
        is_signed = bool(sign) and document.text.endswith(sign, 0, figure.start)
        return f"{sign if is_signed else ''}{figure.text}"

    def is_announced(self, period: Period | None) -> bool:
        """True for the quarter, the year or the day that the documents announce."""
        calendar = next((one.calendar for one in self.releases if one.calendar), None)
        if calendar is None or period is None:
            return False
        return period.is_near(calendar.current) or (
            period.is_instant and period.is_near(calendar.current.closing())
        )


def precision(amount: Amount, exponent: int) -> str:
    """The unit that an amount is printed to, in words: "$0.1 million", "1 thousand", "1%"."""
    if amount.unit.is_pure:
        return f"{Amount(1, exponent + 2)}%"
    is_known = bool(amount.unit.currency) and not amount.unit.is_unknown
    sign = sign_of(amount.unit.currency) if is_known else ""
    power = next((one for one in sorted(_POWERS, reverse=True) if one <= exponent + 2), 0)
    return f"{sign}{Amount(1, exponent - power)}{_POWERS[power]}"
