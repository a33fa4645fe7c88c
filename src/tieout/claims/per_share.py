"""An amount per share: "$8.5 million, or $0.06 per share"."""

from collections.abc import Sequence

from tieout.claims.form import Asserted, Form, loose, signed, spoken_loss
from tieout.claims.grammar.subject import Subject
from tieout.lexicon.labels import UNNAMED
from tieout.lexicon.units import is_per_share
from tieout.lexicon.words import Token
from tieout.model.claim import Claim
from tieout.model.statement import CLASS_OF_STOCK, DEPOSITARY

_BOTH = "us-gaap:EarningsPerShareBasicAndDiluted"
_BASIC = "us-gaap:EarningsPerShareBasic"
_DILUTED = "us-gaap:EarningsPerShareDiluted"
_LEADING = frozenset(
    {"cents", "cent", "diluted", "basic", "earnings", "loss", "and", "income", "net", "fully"}
)
_NET_INCOME = frozenset(
    {"us-gaap:NetIncomeLoss", "us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic"}
)


def read_per_share(asserted: Asserted) -> Claim | None:
    """Earnings per share where net income or earnings per share is spoken of, else an extension."""
    mention = asserted.mention
    subject = mention.subject
    if asserted.figure.kind != "amount" or asserted.is_scaled or mention.role == "change":
        return None
    is_subject = subject is not None and _is_per_share(subject)
    if not is_subject and not says_per_share(mention.behind):
        return None
    words = {token.text for token in mention.behind[:6]}
    if subject is not None:
        words |= set(subject.caption.split())
    as_loss = spoken_loss(mention) or bool(asserted.head and asserted.head.as_loss)
    return Claim(
        mention.token.figure,
        "per_share",
        _concept(asserted, words),
        _caption(subject.caption if subject else "amount"),
        signed(asserted.amount.in_unit(asserted.per_share), as_loss=as_loss),
        asserted.sentence,
        mention.when.period,
        hedge=mention.hedge,
        is_assumed=mention.when.is_assumed,
        is_loose=loose(mention),
        as_loss=as_loss,
        dimensions=((CLASS_OF_STOCK, DEPOSITARY),) if _is_per_ads(mention.behind) else (),
    )


def _is_per_share(subject: Subject) -> bool:
    """True where the subject's own words count per share: "adjusted EPS"."""
    if subject.concept.unit.is_per_share:
        return True
    return not subject.concept.is_known and counts_shares(subject.caption)


def counts_shares(caption: str) -> bool:
    """True for words that say "per share" or "EPS"."""
    return "eps" in caption.split() or is_per_share(caption)


def _caption(words: str) -> str:
    """The words with "per share" behind, once."""
    return words if "per" in words.split() or "eps" in words.split() else f"{words} per share"


def says_per_share(behind: Sequence[Token]) -> bool:
    """True for "per share", "per diluted common share", "a share" right behind the figure."""
    words = [token for token in behind if token.kind != "close"]
    while words and words[0].text in _LEADING:
        words = words[1:]
    if not words or words[0].kind not in ("per", "the"):
        return False
    return any(token.text in ("share", "unit", "ads", "adr") for token in words[1:5])


def _is_per_ads(behind: Sequence[Token]) -> bool:
    """True for "per ADS", "per American depositary share" right behind the figure."""
    words = [token.text for token in behind if token.kind != "close"][:6]
    return "per" in words[:2] and bool({"ads", "adr", "depositary"} & set(words))


def _concept(asserted: Asserted, words: set[str]) -> str:
    """Which earnings per share the words mean."""
    subject = asserted.mention.subject
    if subject is None or not (
        subject.concept.name in _NET_INCOME
        or subject.concept.name in (_BOTH, _BASIC, _DILUTED)
        or subject.caption == "earnings"
    ):
        if subject is None or counts_shares(subject.caption):
            return subject.concept.name if subject else UNNAMED
        return f"ext:{subject.concept.name.partition(':')[2]}PerShare"
    if "diluted" in words and "basic" not in words:
        return _DILUTED
    return _BASIC if "basic" in words and "diluted" not in words else _BOTH


FORM = Form("per_share", 1, read_per_share)
