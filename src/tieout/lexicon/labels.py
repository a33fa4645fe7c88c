"""Line captions to concepts, by the lexicon in concepts/."""

import re
from datetime import date
from functools import lru_cache

from tieout.lexicon.canonical import canonical, normal
from tieout.lexicon.entries import On, by_name, captions, forerunners, said
from tieout.lexicon.headed import in_one_form
from tieout.lexicon.letters import letters
from tieout.lexicon.markup import clean
from tieout.lexicon.per_share import share_element
from tieout.lexicon.shapes import LONG_DASHES
from tieout.lexicon.units import is_per_share
from tieout.model.concept import Concept, wide
from tieout.patterns import pattern

UNNAMED = "ext:Unnamed"
"""The concept of words that name nothing: two such figures are not the same thing."""

_NONINTEREST = pattern(r"\bnon-?\s?interest\b")
NONCURRENT = pattern(r"\bnon-?\s?current\b")
_PARENTHESIS = pattern(r"\([^()]*\)")
_NOTE = pattern(r"\((?:see )?notes? [0-9](?:[^()]|\([^()]*\))*\)", re.IGNORECASE)
_TAIL = pattern(
    rf"[;:]|\s(?:--|[{LONG_DASHES}])\s|,?\s(?:of|at)\s+\\?\$"
    r"|(?:(?<!\s)\s++|(?=[\\$])|(?<![0-9.,]))\\?\$?\.?[0-9][0-9.,]*+(?=\s(?:par|shares))"
    r"|,\s*\\?\$?\.?[0-9]|,\s(?:including|excluding)\b"
)
_ENDS = pattern(rf"[-0-9$,;:{LONG_DASHES}]")
"""Without one of which no tail begins."""
_LESS = frozenset({"net", "less"})
_TWO_WAYS = pattern(r"\([^()]*(?:payment|proceeds|borrowing|reduction)", re.IGNORECASE)
_NET_OF = pattern(
    r"(?:,\s++|(?<!\s)\s++)(?:net of|less)\s+(?:an?\s+)?"
    r"(?:allowance|accumulated|reserve|(?:debt )?issuance|offering|discount"
    r"|effects? (?:of|from)|acquisitions?)",
    re.IGNORECASE,
)
_LOSS = pattern(r"\blosses\b|\bloss\b")
_FOR = r"(?:for (?:period|quarter|half year|year|half|six months|nine months) )?"
_OF_PERIOD = pattern(
    r"(?<=income) for (?:period|quarter|half year|year|financial year|(?:three|six|nine) months)\b"
)
_RESULT = r"(?:net )?(?:income|earnings|profit) (?:and comprehensive income )?(?:net )?" + _FOR
_OTHERS_SHARE = (
    r"attributable to (?:redeemable )?(?:non ?controlling|minority) (?:interest|shareholder)"
)
_OWN_RESULT = pattern(_RESULT + r"attributable to \w")
_OTHERS_RESULT = pattern(rf"(?:less )?{_RESULT}{_OTHERS_SHARE}")
_AFTER_PROVISION = pattern(
    r"net interest income after (?:(?:provision|credit|release|recovery|benefit)\b)"
)
_OWN_DIVIDENDS = pattern(
    r"(?:cash )?dividends (?:paid )?to \w+ (?:stock|share)(?:holders|owners)\Z"
)
_COMPREHENSIVE = r"(?:total )?comprehensive income (?:net )?" + _FOR
_OTHERS_COMPREHENSIVE = pattern(rf"(?:less )?{_COMPREHENSIVE}{_OTHERS_SHARE}")
_OWN_COMPREHENSIVE = pattern(_COMPREHENSIVE + r"attributable to \w")
_BARE_SPLIT = pattern(r"\s*(?:(?:of which|thereof)\s+)?attributable\s+to\W*\Z", re.I)
_SPLITS = pattern(
    r"^(?>.*?\b(?:income|loss|earnings|profit|losses)\b).*\battributable\s+to\W*\Z", re.I | re.M
)
_OWN_EQUITY = pattern(
    r"total \w.* (?:stockholders|shareholders|shareowners) (?:equity|deficit)\Z"
    r"|(?:total )?equity attributable to \w"
)
_BOTH_SIDES = pattern(r"total liabilities\b.*\b(?:equity|deficit|capital|investment|net assets)\b")
_BARE_SHARE = pattern(r"(?:(?:of which|thereof) )?attributable to ")
_PLAIN = ("profit", "profit loss")
"""What the result is called where nothing is said of it."""

_OWNING: dict[On, tuple[str, ...]] = {
    "income": ("attributable to", "after"),
    "balance": ("attributable to", "total "),
    "cash": ("attributable to", "dividends"),
    "prose": (),
}
"""Words without one of which a caption has no name of its own."""

_OTHERS = pattern(
    r"\b(?:non ?controlling|minority|common|preferred|participating|redeemable|liabilities|non"
    r"|discontinued|continuing|per|share|shares)\b"
)
_SHARE_WORDS = frozenset(
    [
        *("net", "income", "loss", "earnings", "eps", "profit", "basic", "diluted", "fully"),
        *("per", "share", "common", "of", "stock", "and", "gaap", "reported", "quarter"),
        *("first", "second", "third", "fourth"),
    ]
)
"""The words that a name of earnings per share is made of; any other word makes another concept."""


@lru_cache(maxsize=8192)
def concept_of(caption: str, on: On, section: str = "") -> Concept:
    """The concept of a line on a statement, under a section's heading; never None.

    A caption the lexicon does not know becomes an extension made of its own words.
    """
    share = share_element(caption, section) if on in ("income", "prose") else None
    if share is not None:
        return known(share)
    if on == "income" and (split := split_heading(section)):
        owned = _owned(f"{split} {caption}", on)
        if owned is not None:
            return owned
    heading, written = "", captions(on)
    for words in variants(caption):
        for wording in dict.fromkeys((words, words.removesuffix(" net"))):
            for entry in written.get(canonical(wording, on), ()):
                if not entry.within:
                    return entry.concept
                heading = heading or _as_within(section)
                if any(within in heading for within in entry.within):
                    return entry.concept
    owned = _owned(caption, on)
    return owned if owned is not None else extension(caption, instant=on == "balance")


def _as_within(section: str) -> str:
    """A section's heading as entries write the words that they need there."""
    return _NONINTEREST.sub("noninterest", NONCURRENT.sub("long term", section.lower()))


def split_heading(section: str) -> str:
    """The heading that splits what it names among owners: "Net income attributable to"; or "".

    "Attributable to" alone splits the result that stands above it.
    """
    nearest = section.rpartition(" / ")[2].strip()
    if is_bare_split(section):
        return "Profit attributable to"
    return nearest.rstrip(" :") if _SPLITS.search(nearest) else ""


def is_bare_split(section: str) -> bool:
    """True for a heading that says only that something is split: "Attributable to:"."""
    return _BARE_SPLIT.match(section.rpartition(" / ")[2]) is not None


def _owned(caption: str, on: On) -> Concept | None:
    """What goes by a name of its own: "Net income attributable to …", "Total … equity"."""
    words = normal(_PARENTHESIS.sub(" ", clean(caption)) if "(" in caption else caption)
    is_plain = on == "income" and words in _PLAIN
    if not is_plain and not any(word in words for word in _OWNING[on]):
        return None
    if on == "income" and (is_plain or _BARE_SHARE.match(words)):
        words = _BARE_SHARE.sub("attributable to ", words)
        words = f"profit {words}".replace("profit profit", "profit")
        if words in _PLAIN:
            return known("NetIncomeLoss")
    if on == "balance" and _BOTH_SIDES.match(words):
        return known("LiabilitiesAndStockholdersEquity")
    if on == "income" and _OTHERS_RESULT.match(_LOSS.sub("income", words)):
        return known("NetIncomeLossAttributableToNoncontrollingInterest")
    if on == "income" and _OTHERS_COMPREHENSIVE.match(_LOSS.sub("income", words)):
        return known("ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest")
    if on == "income" and _AFTER_PROVISION.match(words):
        return known("InterestIncomeExpenseAfterProvisionForLoanLoss")
    if _OTHERS.search(words):
        return None
    if on == "cash" and _OWN_DIVIDENDS.match(words):
        return known("PaymentsOfDividendsCommonStock")
    if on in ("income", "cash") and _OWN_RESULT.match(_LOSS.sub("income", words)):
        return known("NetIncomeLoss")
    if on == "income" and _OWN_COMPREHENSIVE.match(_LOSS.sub("income", words)):
        return known("ComprehensiveIncomeNetOfTax")
    return known("StockholdersEquity") if on == "balance" and _OWN_EQUITY.match(words) else None


@lru_cache(maxsize=8192)
def named(words: str) -> Concept | None:
    """The concept that a name in prose means, written as `normal` writes it; None if unknown."""
    for variant in (words, _LOSS.sub("income", words)):
        entries = said().get(variant, ())
        if entries:
            return known(wide(entries[0].concept.name))
    if not is_per_share(words) or not set(words.split()) <= _SHARE_WORDS:
        return None
    share = share_element(words, "")
    return known(share) if share is not None else None


def known(name: str) -> Concept:
    """The lexicon's own entry for a concept by name, without the us-gaap prefix."""
    full = name if ":" in name else f"us-gaap:{name}"
    return by_name().get(full, Concept(full))


def in_force(name: str, day: date) -> str:
    """The element that a statement of that day uses: a later one's forerunner before it came."""
    since, before = forerunners().get(name, (day, name))
    return before if day < since else name


@lru_cache(maxsize=8192)
def extension(caption: str, *, instant: bool = False) -> Concept:
    """A concept made from a caption: "Total backlog" becomes ext:TotalBacklog."""
    words = in_one_form(next(iter(variants(caption)), "")).split()[:12]
    return Concept(
        "ext:" + "".join(word.capitalize() for word in words) if words else UNNAMED,
        instant=instant,
    )


@lru_cache(maxsize=8192)
def variants(caption: str) -> tuple[str, ...]:
    """The ways a caption may stand in the lexicon, most words first."""
    caption = clean(caption)
    if "(" in caption:
        caption = _NOTE.sub(" ", caption)
    plain = caption
    while (
        "(" in plain
        and not _TWO_WAYS.search(plain)
        and (shorter := _PARENTHESIS.sub(" ", plain)) != plain
    ):
        plain = shorter
    cut = _TAIL.split(plain, 1)[0] if _ENDS.search(plain) else plain
    net = [plain] if _LESS.isdisjoint(letters(plain)) else _NET_OF.split(plain, 1)
    ways = [normal(caption)]
    ways += [normal(way) for way in dict.fromkeys((plain, cut)) if way != caption]
    if len(net) > 1:
        ways += [normal(net[0]) + " net", normal(net[0])]
    if " for " in ways[0]:
        ways.append(_OF_PERIOD.sub("", ways[0]))
    return tuple(dict.fromkeys(way for way in ways if way))
