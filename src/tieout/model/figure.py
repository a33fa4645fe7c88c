"""Every number as it is printed: the spine that cells, claims, subjects and operands refer to."""

from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount

FigureKind: TypeAlias = Literal[
    "amount", "percent", "date", "year", "time", "telephone", "reference", "ordinal", "word"
]
"""What a number is, by its form: money, counts and per-share figures are all `amount`;
`reference` is a number that names (10-Q, Item 2.02, 17 CFR 230.425), `word` a part of a word."""


class Figure(Struct, frozen=True, gc=False):
    """One number as printed: its span in the visible text, and what it reads as.

    Figures are ordered and never overlap; every digit of the document stands in exactly one.
    The span holds the digits with their "%" or scale word, not the currency sign or brackets,
    which in many tables stand in cells of their own. `amount` is unsigned, "7.2 million" with
    its scale word applied and "28%" as 28 × 10^-2; `None` for what is no quantity. `currency`
    is the unit a sign in front names ("USD" for "$"), empty where there is none.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    amount: Amount | None = None
    currency: str = ""
