"""What a number is a number of."""

from typing import Literal

from msgspec import Struct


class Concept(Struct, frozen=True, gc=False):
    """A us-gaap element, or an extension made from a caption.

    `side` is XBRL's balance and "" where it has none; `unit` is "USD" for money of whatever
    currency, "shares", "USD/shares" or "pure".
    """

    name: str
    side: Literal["debit", "credit", ""] = ""
    unit: str = "USD"
    instant: bool = False

    @property
    def is_known(self) -> bool:
        """True where the lexicon has the concept."""
        return self.name.startswith("us-gaap:")


def feeds(name: str) -> tuple[str, ...]:
    """The concepts that a line of this one reports: "basic and diluted" is one line for two."""
    return _BOTH.get(name, (name,))


_BOTH = {
    "us-gaap:EarningsPerShareBasicAndDiluted": (
        "us-gaap:EarningsPerShareBasic",
        "us-gaap:EarningsPerShareDiluted",
    ),
    "us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted": (
        "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",
        "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
    ),
}
