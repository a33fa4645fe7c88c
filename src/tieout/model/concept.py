"""What a number is a number of."""

from typing import Literal

from msgspec import Struct

from tieout.model.unit import DOLLARS, Unit


class Concept(Struct, frozen=True, gc=False):
    """A us-gaap element, or an extension made from a caption.

    `side` is XBRL's balance and "" where it has none; `unit` is in dollars for money of
    whatever currency, and for amounts per share.
    """

    name: str
    side: Literal["debit", "credit", ""] = ""
    unit: Unit = DOLLARS
    instant: bool = False

    @property
    def is_known(self) -> bool:
        """True where the lexicon has the concept."""
        return self.name.startswith("us-gaap:")


class Likely(Struct, frozen=True, gc=False):
    """The us-gaap element that filers give such a line, where the lexicon knows none.

    It is what a figure is called, never what it is compared by. `share` is how many percent of
    the filers do; `direction` is +1 where the printed sign is XBRL's sign of it, else −1.
    """

    name: str
    share: int
    side: Literal["debit", "credit", ""] = ""
    direction: int = 1


def wide(name: str) -> str:
    """The element that prose and rules mean where filings use a narrower one as well."""
    return _WIDE.get(name, name)


def told_as(name: str) -> tuple[str, ...]:
    """The element, and the narrower ones that a filing may report the same number under."""
    return (name, *_NARROW.get(name, ()))


_NARROW = {
    "us-gaap:Revenues": (
        "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
        "us-gaap:RevenuesNetOfInterestExpense",
    ),
    "us-gaap:CostOfRevenue": ("us-gaap:CostOfGoodsAndServicesSold",),
    "us-gaap:OperatingExpenses": ("us-gaap:CostsAndExpenses",),
    "us-gaap:ResearchAndDevelopmentExpense": (
        "us-gaap:ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost",
    ),
    "us-gaap:InterestExpense": ("us-gaap:InterestExpenseNonoperating",),
    "us-gaap:DepreciationDepletionAndAmortization": ("us-gaap:DepreciationAndAmortization",),
    "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
    "ExtraordinaryItemsNoncontrollingInterest": (
        "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
        "MinorityInterestAndIncomeLossFromEquityMethodInvestments",
    ),
}
_WIDE = {narrow: name for name, narrower in _NARROW.items() for narrow in narrower}


def feeds(name: str) -> tuple[str, ...]:
    """The concepts that a line of this one reports: "basic and diluted" is one line for two."""
    return _BOTH.get(name, (name,))


_BOTH = {
    "us-gaap:IncomeLossFromContinuingOperationsPerBasicAndDilutedShare": (
        "us-gaap:IncomeLossFromContinuingOperationsPerBasicShare",
        "us-gaap:IncomeLossFromContinuingOperationsPerDilutedShare",
    ),
    "us-gaap:EarningsPerShareBasicAndDiluted": (
        "us-gaap:EarningsPerShareBasic",
        "us-gaap:EarningsPerShareDiluted",
    ),
    "us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted": (
        "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",
        "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
    ),
}
