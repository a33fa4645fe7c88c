"""Earnings per share are income over weighted shares."""

from collections.abc import Iterator, Sequence
from functools import partial

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.lexicon.qualifiers import Kind, of_kind
from tieout.model.period import Period
from tieout.model.statement import CLASS_OF_STOCK, Fact, Line, Statement
from tieout.patterns import pattern
from tieout.proof.formula import Formula, is_far_off
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, recompute

BASIC = "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic"
DILUTED = "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding"
NET = (
    "us-gaap:NetIncomeLossAllocatedToLimitedPartners",
    "us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic",
    "us-gaap:NetIncomeLoss",
)
OF_HOLDERS = frozenset(NET[:2])
"""What is left of the result for those who hold the shares, or the units."""
_CONTINUING = ("us-gaap:IncomeLossFromContinuingOperations",)
_NET_ASSETS = ("us-gaap:StockholdersEquity",)
_DISCONTINUED = ("us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTax",)
_QUOTIENTS = {
    "us-gaap:EarningsPerShareBasic": (NET, BASIC),
    "us-gaap:EarningsPerShareDiluted": (NET, DILUTED),
    "us-gaap:IncomeLossFromContinuingOperationsPerBasicShare": (_CONTINUING, BASIC),
    "us-gaap:IncomeLossFromContinuingOperationsPerDilutedShare": (_CONTINUING, DILUTED),
    "us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare": (_DISCONTINUED, BASIC),
    "us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare": (
        _DISCONTINUED,
        DILUTED,
    ),
    "us-gaap:NetAssetValuePerShare": (_NET_ASSETS, "us-gaap:CommonStockSharesOutstanding"),
}
"""The income, or net assets, and the shares that each amount per share is made of."""
_OF_PART: dict[Sequence[str], str] = {_CONTINUING: "continuing", _DISCONTINUED: "discontinued"}
"""The word that qualifies the income of a part, and its result per share with it."""
_NEEDED: dict[Sequence[str], str] = {_NET_ASSETS: "net assets"}
_QUALIFYING: tuple[Kind, ...] = ("restating", "measure", "bridge", "without", "part")
# Of a whole document in lower case: a search that knows the letters its finds begin with takes a
# sixth of the time. So what must not stand before them is looked at behind them.
_SPECIAL = pattern(
    r"p(?<=\bp)articipating\s+(?:securit|preferred|stock|shares)|t(?<=\bt)wo-class\b"
    r"|p(?<=\bp)er\s+(?:\w+\s+)?unit\b|c(?<![\w-]c)lass [ab]\b"
)

# So many times apart, it is the scale of a column that is misread, not a figure that is wrong.
_FAR = 500
# A part so near its own quotient is rounded so that the parts add up.
_CENTS = 2
_PLUGGED = "parts of a result per share are rounded so that they add up"


_SHARED = "several classes of shares or participating securities may share this income"


@rule("RX001", "earnings-per-share-does-not-recompute", tick="RX")
def earnings_per_share(evidence: Evidence) -> Iterator[Proposal]:
    """Divides the income of common holders by the weighted shares, in every column."""
    done: set[int] = set()
    is_told = any(fact.concept in _QUOTIENTS for fact in evidence.reported)
    is_shared = is_told and evidence.once("shared income", partial(_is_shared, evidence))
    for statement in evidence.statements:
        yield from _of_statement(evidence, statement, done, is_shared=is_shared)


def _is_shared(evidence: Evidence) -> bool:
    """True where the text tells of several classes of shares, or of others that share."""
    return bool(_special(evidence.text(_special)))


def _special(text: str) -> list[str]:
    """What is said of classes of shares, and of others that share in the income."""
    return _SPECIAL.findall(text.lower())


def _of_statement(
    evidence: Evidence, statement: Statement, done: set[int], *, is_shared: bool
) -> Iterator[Proposal]:
    """The checks of one statement; `is_shared` where not all shares have one income."""
    for fact in statement.facts:
        if fact.concept not in _QUOTIENTS or fact.period is None:
            continue
        is_class = all(axis == CLASS_OF_STOCK for axis, _ in fact.dimensions)
        if fact.figure in done or not is_class or not evidence.is_face(0, fact):
            continue
        done.add(fact.figure)
        incomes, shares = _QUOTIENTS[fact.concept]
        stated = evidence.of_fact(0, fact)
        if _is_qualified(statement.lines[fact.line], _OF_PART.get(incomes, "")):
            yield not_tested(stated.ref, "no line of income has the words that qualify this one")
            continue
        income = _income(evidence, incomes, fact.period)
        count = evidence.find(shares, fact.period, fact.dimensions)
        if income is None or count is None or count.is_derived:
            named = _OF_PART.get(incomes)
            needed = (
                f"income from {named} operations" if named else _NEEDED.get(incomes, "net income")
            )
            counted = "shares outstanding" if incomes is _NET_ASSETS else "weighted average shares"
            missing = counted if income else needed
            yield not_tested(stated.ref, f"needs {missing} in the same column")
            continue
        formula = Formula("{0} / {1}", (income, count), lambda a, b: a / b)
        if is_far_off(stated, formula, _FAR):
            reason = "income and shares may be printed in different scales"
            yield not_tested(stated.ref, reason, formula)
            continue
        check = recompute(stated, formula, is_plugged=incomes in _OF_PART)
        bindings = (
            ("per share", fact.statement, fact.line),
            ("per share of column", fact.statement, fact.column),
        )
        yield check.read(
            bound="cell",
            bindings=bindings,
            doubt=_SHARED if is_shared else "",
            is_defined=not is_shared,
        )


def is_divided(evidence: Evidence, fact: Fact) -> bool:
    """True for a result per share of a primary statement whose shares and income are in hand."""
    if fact.concept not in _QUOTIENTS or fact.dimensions or not evidence.is_face(0, fact):
        return False
    incomes, shares = _QUOTIENTS[fact.concept]
    count = evidence.find(shares, fact.period)
    return count is not None and _income(evidence, incomes, fact.period) is not None


def _is_qualified(line: Line, own: str) -> bool:
    """True where the words of a line, or its heading, make it the result of another measure."""
    return bool(of_kind(f"{line.section} {line.caption}", *_QUALIFYING) - {own})


def _income(evidence: Evidence, concepts: Sequence[str], period: Period | None) -> Quantity | None:
    """The income that the result per share is of, as the statement names it."""
    found = (evidence.find(concept, period) for concept in concepts)
    return next((one for one in found if one is not None), None)


def is_in_loss(evidence: Evidence, period: Period | None) -> bool:
    """True where all that common shares may have a part in is a loss."""
    results = [evidence.find(concept, period) for concept in NET]
    told = [one.value for one in results if one is not None]
    return bool(told) and all(value < 0 for value in told)
