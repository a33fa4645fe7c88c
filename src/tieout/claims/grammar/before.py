"""The noun that ends before a place, and what may stand between it and the place."""

from collections.abc import Sequence

from tieout.lexicon.spoken import SpokenPeriod
from tieout.lexicon.words import Token

_ADVERBS = frozenset({"both", "each", "also", "now"})
_MORE = frozenset({"more", "less", "fewer", "greater", "better"})
_PART_OF_NOUN = frozenset({"word", "and", "year"})
_OWNING = frozenset({"attributable", "available", "allocable", "applicable"})
SKIPPED = frozenset({"about", "over", "under", "the", "than"})
_HEADS = {
    "of": frozenset(
        [
            *("number", "cost", "costs", "amount", "balance", "share", "sale", "sales", "gain"),
            *("gains", "loss", "losses", "repurchases", "repurchase", "purchases", "purchase"),
            *("amortization", "impairment", "impairments", "cash", "extinguishment", "issuance"),
            *("proceeds", "payment", "payments", "payoff", "redemption", "fair", "value"),
            *("disposal", "disposition", "repayment", "repayments", "percentage", "rate"),
        ]
    ),
    "on": frozenset(["gain", "gains", "loss", "losses", "return", "impairment"]),
    "from": frozenset(["proceeds", "income", "loss", "earnings", "cash", "revenue", "revenues"]),
    "for": frozenset(["provision", "allowance", "reserve"]),
}
"""Prepositions, and the nouns that are not whole without what stands behind them."""
_LONGEST_RATIO = 6


def back(
    row: Sequence[Token],
    said: Sequence[SpokenPeriod],
    start: int,
    place: int,
    *,
    over_periods: bool,
) -> int:
    """The last token before `place` that is no hedge, article or (if asked) period word."""
    at = place - 1
    while at >= start:
        period = next((one for one in said if one.first <= at < one.last), None)
        if over_periods and period is not None:
            at = period.first - 1
        elif (
            row[at].kind in SKIPPED
            or row[at].text in _ADVERBS
            or (over_periods and row[at].kind in ("in", "of", "comma"))
            or (row[at].text in _MORE and row[at + 1].kind == "than")
            or (at + 1 == place and _opens_number(row, at))
        ):
            at -= 1
        else:
            break
    return at


def _opens_number(row: Sequence[Token], at: int) -> bool:
    """True for the bracket of "$(0.06)", and for "record" in front of a figure."""
    if row[at].kind != "open" or at + 2 >= len(row) or row[at + 2].kind != "close":
        return row[at].text == "record"
    return True


def noun_before(
    row: Sequence[Token], said: Sequence[SpokenPeriod], start: int, at: int
) -> tuple[int, int]:
    """The noun that ends before `at`, period phrases in between passed over."""
    last = back(row, said, start, at, over_periods=True) + 1
    first = last
    timed = {place for one in said for place in range(one.first, one.last)}
    while first > start and first - 1 not in timed:
        if row[first - 1].kind not in _PART_OF_NOUN and not goes_through(row, start, first - 1):
            break
        first -= 1
    while first < last and row[first].kind == "and":
        first += 1
    return first, last


def _is_of_ratio(row: Sequence[Token], start: int, at: int) -> bool:
    """True within "loans to deposits ratio" and "ratio of loans to deposits"."""
    around = (*row[max(start, at - _LONGEST_RATIO) : at], *row[at + 1 : at + 5])
    return any(token.text in ("ratio", "ratios") for token in around)


def goes_through(row: Sequence[Token], start: int, at: int) -> bool:
    """True for a preposition within a noun: "per share", "attributable to", "number of"."""
    if at <= start or row[at].figure >= 0:
        return False
    lead = row[at - 1]
    if row[at].kind == "the":  # "attributable to the company"
        return row[at - 1].kind != "per" and goes_through(row, start, at - 1)
    if row[at].kind == "per":
        return lead.kind == "word"
    if row[at].kind == "to":
        return lead.text in _OWNING or _is_of_ratio(row, start, at)
    return row[at].kind in ("of", "in") and lead.text in _HEADS.get(row[at].text, ())
