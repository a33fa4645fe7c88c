"""Numbers asserted in prose: what, when, against what."""

from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount
from tieout.model.document import Span
from tieout.model.period import Period
from tieout.model.statement import Dimensions

ClaimForm: TypeAlias = Literal[
    "level", "change", "percent_change", "ratio", "per_share", "part", "remainder", "range"
]
Bound: TypeAlias = Literal["", "low", "high", "middle"]
"""Which end of a range a figure is, or the middle told beside both."""
Hedge: TypeAlias = Literal["", "about", "over", "under"]


class Claim(Struct, frozen=True, gc=False):
    """A number asserted in prose, with what it means.

    `amount` has XBRL's sign (a change is signed by its direction); `concept` is what the number
    is a number of, `base` the denominator of a ratio, `whole` the figure a part or remainder
    belongs to, or the low end for the others of a range. `period` is the period or date spoken
    of, `against` what a change is from; None where the words name none. `as_loss` is true where
    the words speak of a loss or decrease as a positive number ("net loss of $8.5 million").
    `direction` is +1 or −1 where a word says so. `is_assumed` is true where no words of
    its sentence name the period: a heading does, or the quarter announced is taken. `is_loose` is
    true where the words may speak of a part, a residue or a measure of its own: then a number
    elsewhere can prove the claim and never refute it.
    """

    figure: int
    form: ClaimForm
    concept: str
    caption: str
    amount: Amount
    sentence: Span
    period: Period | None = None
    against: Period | None = None
    dimensions: Dimensions = ()
    direction: int = 0
    hedge: Hedge = ""
    base: str = ""
    whole: int = -1
    as_loss: bool = False
    is_assumed: bool = False
    is_loose: bool = False
    bound: Bound = ""
