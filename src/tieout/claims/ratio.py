"""A share of something else: "$0.8 million, or 10% of revenue"; "gross margin was 45%"."""

from collections.abc import Sequence
from itertools import takewhile

from tieout.claims.form import Asserted, Form, caption, concept, loose
from tieout.claims.grammar.mention import Mention
from tieout.lexicon.canonical import normal, singular
from tieout.lexicon.labels import extension, named
from tieout.lexicon.words import Token
from tieout.model.claim import Claim

_LONGEST_BASE = 5
_REVENUES = "us-gaap:Revenues"
_TAX = "us-gaap:IncomeTaxExpenseBenefit"
_PRETAX = (
    "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItems"
    "NoncontrollingInterest"
)
_TAX_RATES = ("effective tax rate", "effective income tax rate", "tax rate")
_MARGINS = {
    "gross margin": "us-gaap:GrossProfit",
    "gross profit margin": "us-gaap:GrossProfit",
    "gross profit rate": "us-gaap:GrossProfit",
    "operating income rate": "us-gaap:OperatingIncomeLoss",
    "operating margin": "us-gaap:OperatingIncomeLoss",
    "operating ratio": "us-gaap:CostsAndExpenses",
    "net margin": "us-gaap:NetIncomeLoss",
    "net income margin": "us-gaap:NetIncomeLoss",
}


def read_ratio(asserted: Asserted) -> Claim | None:
    """A percentage that is no change: the concept's share of the one behind "of"."""
    mention = asserted.mention
    if asserted.figure.kind != "percent" or mention.role == "change":
        return None
    numerator, base = concept(mention), _base(mention.behind)
    if not base:
        numerator, base = _named_share(caption(mention)) or (numerator, _base(mention.share))
    as_loss = _is_of_loss(asserted)
    amount = -asserted.amount if as_loss else asserted.amount
    return Claim(
        mention.token.figure,
        "ratio",
        numerator,
        caption(mention),
        amount,
        asserted.sentence,
        mention.when.period,
        hedge=mention.hedge,
        is_assumed=mention.when.is_assumed,
        is_loose=loose(mention) or _is_any_rate(mention, numerator),
        base=base,
        as_loss=as_loss,
    )


def _is_any_rate(mention: Mention, numerator: str) -> bool:
    """True for a rate of tax that nothing calls effective: a plan's, or the law's."""
    return numerator == _TAX and "effective" not in caption(mention)


def _is_of_loss(asserted: Asserted) -> bool:
    """True for a margin named for a loss, and for a share of a loss that it is joined to."""
    subject = asserted.mention.subject
    if subject is not None and subject.caption.endswith(" margin"):
        return subject.as_loss
    return asserted.head is not None and asserted.head.as_loss


def _of_revenue(words: str) -> tuple[str, str] | None:
    """A margin that is a measure's own: "adjusted EBITDA margin" is adjusted EBITDA of revenue."""
    measure = words.removesuffix(" margin")
    if measure == words or "interest" in measure or not measure:
        return None
    found = named(normal(measure)) or extension(measure)
    return found.name, _REVENUES


def _named_share(words: str) -> tuple[str, str] | None:
    """Numerator and base where the words name both: "gross margin", "R&D as a percent of sales"."""
    part, _, whole = words.partition(" as a percent")
    if whole:
        found = named(normal(part)), named(normal(whole.partition(" of ")[2]))
        return (found[0].name, found[1].name) if found[0] and found[1] else None
    if (both := _ratio_of(normal(words))) is not None:
        return both
    plain = " ".join(map(singular, normal(words).split()))
    if plain in _MARGINS:
        return _MARGINS[plain], _REVENUES
    return (_TAX, _PRETAX) if plain in _TAX_RATES else _of_revenue(plain)


def _ratio_of(words: str) -> tuple[str, str] | None:
    """Numerator and base of "ratio of loans to deposits" and "loans to deposits ratio"."""
    if not words.startswith("ratio of ") and not words.endswith(" ratio"):
        return None
    part, _, whole = words.removeprefix("ratio of ").removesuffix(" ratio").partition(" to ")
    if not part or not whole:
        return None
    names = [(named(one) or extension(one)).name for one in (part, whole)]
    return names[0], names[1]


def _base(behind: Sequence[Token]) -> str:
    """The concept behind "of": the longest run of words that names one."""
    if not behind or behind[0].kind != "of":
        return ""
    words = [token.text for token in behind[1:7] if token.kind in ("word", "and", "of", "the")]
    for length in range(len(words), 0, -1):
        found = named(normal(" ".join(words[:length])))
        if found is not None:
            return found.name
    noun = takewhile(lambda token: token.kind == "word", behind[1:_LONGEST_BASE])
    base = " ".join(token.text for token in noun).removeprefix("total ")
    return extension(base).name if base else ""


FORM = Form("ratio", 6, read_ratio)
