"""A word is left over: one side is qualified as the other is not."""

import re

from tieout.lexicon.captions import is_as_reported
from tieout.lexicon.qualifiers import Kind, of_kind
from tieout.model.claim import Claim
from tieout.model.statement import Fact
from tieout.patterns import pattern
from tieout.proof.case import Case
from tieout.proof.explanations import Explained
from tieout.proof.proposal import is_searched

_IN_CAPTION = 18
_IN_CLAUSE = 12
_IN_SENTENCE = 12
"""Bits that a qualifier says, in the words that name the figure, around it, and in its sentence."""
_MEASURES: tuple[Kind, ...] = ("restating", "measure", "without", "currency")
_KINDS: tuple[Kind, ...] = (*_MEASURES, "bridge", "part", "time")


_ENDS = pattern(r"[,;.()]\s|\b(?:and|or|compared|versus|while)\b", re.IGNORECASE)
_GAAP = pattern(r"(?<![-\u2010\u2011 ])\bgaap\b|\A\W*gaap\b|(?<!non)[\s]gaap\b", re.IGNORECASE)
_RESTATED = frozenset({"adjusted", "non-gaap", "adjustments"})
"""Words of one measure beside the accounts: with one of them, the others say nothing more."""
_BESIDE_GAAP = frozenset({"non-gaap", "adjusted"})
_OF_A_CHANGE = frozenset({"sequential"})
_OF_A_RATE = _OF_A_CHANGE | {"annualized"}


def explained(case: Case) -> Explained | None:
    """The first qualifier that the figure's words have and the operands' have not."""
    claim, fact = case.claim, case.fact
    if case.formula.is_sum or is_searched(case.proposal):
        return None  # a reconciliation leads from one measure to the other
    operands = frozenset[str]().union(
        *(_of_fact(one) for one in case.operands),
        *(of_kind(one.caption, *_KINDS) for one in case.formula.operands),
        *(_of_claim(case, one) for one in case.told),
    )
    if claim is not None and _is_of_sentence(case, claim):
        named, around = of_kind(claim.caption, *_KINDS), frozenset[str]()
    elif claim is not None:
        clause = _clause(case, claim)
        named = of_kind(claim.caption, *_KINDS)
        named |= frozenset(member for _, member in claim.dimensions)
        around = _said_of(clause, *_KINDS) | _net_of(clause) | _numbered(case, claim)
    elif fact is not None:
        named, around = _of_fact(fact), frozenset[str]()
    else:
        return None
    is_beside = claim is not None and _is_of_sentence(case, claim)
    beside = frozenset[str]() if is_beside else _said_of(case.sentence, *_MEASURES)
    later = _of_later(case, claim)
    around, beside = around - later, beside - later
    operands |= _accounted(claim)
    if operands & _RESTATED and (named | around | beside) & _RESTATED:
        operands |= _RESTATED
        named |= _RESTATED
    told = operands.union(*(_over(case, one) for one in case.operands))
    for words, bits in (
        (named - told, _IN_CAPTION),
        (around - told, _IN_CLAUSE),
        (beside - told, _IN_SENTENCE),
    ):
        if words:
            says = f"the words around this figure say {min(words)!r}; those of the other do not"
            return Explained(bits, says)
    own = (_own(case, one) for one in case.told)
    missing = operands if case.operands else frozenset[str]().union(*own)
    if is_beside and not case.operands:
        return None
    missing -= named | around | _accounted(claim) | _of_base(case)
    if missing:
        says = f"the figure it was compared with is {min(missing)!r}; this one may not be"
        return Explained(_IN_CLAUSE, says)
    return None


def _of_base(case: Case) -> frozenset[str]:
    """The qualifiers of what a ratio is of alone: a rate of tax is of income before it."""
    if case.claim is None or case.claim.form != "ratio" or len(case.formula.operands) < 2:
        return frozenset()
    part, *base = (of_kind(one.caption, *_KINDS) for one in case.formula.operands)
    return frozenset[str]().union(*base) - part


def _is_of_sentence(case: Case, claim: Claim) -> bool:
    """True where an operand stands in the figure's own sentence, whose words are its own too."""
    told = {ref.figure for one in case.formula.operands for ref in one.sources}
    return any(one.figure in told for one in case.docket.evidence.beside(claim))


def _of_fact(fact: Fact) -> frozenset[str]:
    """The qualifiers of a fact: of its caption and of what sets it apart."""
    members = " ".join(member for _, member in fact.dimensions)
    around = of_kind(members, *_KINDS)
    if is_as_reported(fact.caption):
        around -= of_kind(members, "restating")  # "GAAP net loss", where a reconciliation begins
    return of_kind(fact.caption, *_KINDS) | around


def _over(case: Case, fact: Fact) -> frozenset[str]:
    """The qualifiers of what stands over a fact: its table's title, its section and its column."""
    statement = case.statement(fact)
    column, line = statement.columns[fact.column], statement.lines[fact.line]
    return of_kind(f"{statement.title} {line.section} {column.header}", *_KINDS)


def _of_claim(case: Case, claim: Claim) -> frozenset[str]:
    """The qualifiers of a claim that a figure is held against: of its noun and its sentence."""
    text = case.docket.evidence.subject.document.text
    said = claim.sentence.of(text)
    return of_kind(claim.caption, *_KINDS) | _said_of(said, *_KINDS) | _net_of(said)


def _accounted(claim: Claim | None) -> frozenset[str]:
    """What the claim's own kind and periods say.

    A change from the quarter before is sequential, and what did not change is neither that nor
    not; a rate is of a year, whatever it is called.
    """
    if claim is None:
        return frozenset()
    if claim.form not in ("change", "percent_change"):
        return _OF_A_RATE if claim.amount.unit.is_pure else _OF_A_CHANGE
    if claim.period is None or claim.against is None:
        return frozenset()
    is_next = claim.against.is_near(claim.period.earlier(3))
    return _OF_A_CHANGE if is_next else frozenset()


def _own(case: Case, claim: Claim) -> frozenset[str]:
    """The qualifiers that are a claim's own: of its noun and its clause."""
    return of_kind(claim.caption, *_KINDS) | _said_of(_clause(case, claim), *_KINDS)


def _clause(case: Case, claim: Claim) -> str:
    """The words from the figure before this one in its sentence to the end of its own clause."""
    document = case.docket.evidence.subject.document
    figures = document.figures
    start, end = claim.sentence.start, claim.sentence.end
    if claim.figure and figures[claim.figure - 1].end > start:
        start = figures[claim.figure - 1].end
    if claim.figure + 1 < len(figures) and figures[claim.figure + 1].start < end:
        end = figures[claim.figure + 1].start
    own = figures[claim.figure].end
    noun = _next_noun(case, claim)
    if noun and (at := document.text[own:end].lower().find(noun)) >= 0:
        end = own + at  # what names the next figure says nothing of this one
    behind = _ENDS.search(document.text, own, end)
    return document.text[start : behind.start() if behind else end]


def _next_noun(case: Case, claim: Claim) -> str:
    """What the next figure of the sentence is of, where it is of something else; empty for none."""
    behind = (one for one in case.docket.evidence.beside(claim) if one.figure > claim.figure)
    after = min(behind, key=lambda one: one.figure, default=None)
    return after.caption.lower() if after is not None and after.concept != claim.concept else ""


_NET_OF = pattern(r"\bnet\s+of\b(?!\s+(?:income\s+|related\s+)?tax)", re.IGNORECASE)


def _net_of(words: str) -> frozenset[str]:
    """What is taken off a measure, but for taxes, makes another of it."""
    return frozenset({"net of"}) if _NET_OF.search(words) else frozenset()


def _of_later(case: Case, claim: Claim | None) -> frozenset[str]:
    """The qualifiers of what the sentence goes on to tell: "revenue of $84 and adjusted EBITDA"."""
    if claim is None:
        return frozenset()
    later = (one for one in case.docket.evidence.beside(claim) if one.figure > claim.figure)
    return frozenset[str]().union(
        *(of_kind(one.caption, *_KINDS) for one in later if one.caption != claim.caption)
    )


_OF_TIME = pattern(r"(?:[qh][1-4]|[1-4][qh]|fy|cy)[0-9'\u2019]*", re.IGNORECASE)


def _numbered(case: Case, claim: Claim) -> frozenset[str]:
    """The names with a number in them that stand before a figure: "K-12", but no "Q2"."""
    document = case.docket.evidence.subject.document
    of_facts = [one.caption for one in case.operands]
    captions = " ".join([*of_facts, *(one.caption for one in case.formula.operands)]).lower()
    before = (
        document.figures[number]
        for number in document.figures_in(
            claim.sentence.start, document.figures[claim.figure].start
        )
    )
    return frozenset(
        figure.text
        for figure in before
        if figure.kind == "word"
        and not _OF_TIME.fullmatch(figure.text)
        and figure.text.lower() not in captions
    )


def _said_of(words: str, *kinds: Kind) -> frozenset[str]:
    """The qualifiers that words state; of "GAAP and non-GAAP" which one is meant is open."""
    found = of_kind(words, *kinds)
    return found - _BESIDE_GAAP if _GAAP.search(words) else found
