"""Line captions to concepts, by the lexicon in concepts.toml."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.lexicon.units import is_per_share
from tieout.model.concept import Concept

UNNAMED = "ext:Unnamed"
"""The concept of words that name nothing: two such figures are not the same thing."""

On: TypeAlias = Literal["balance", "income", "cash", "prose"]

_PARENTHESIS = re.compile(r"\([^()]*\)")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_TAIL = re.compile(
    r"[;:]|\s(?:--|\u2014|\u2013)\s|,?\s(?:of|at)\s+\\?\$|,?\s*\\?\$?\.?[0-9][0-9.,]*(?=\s(?:par|shares))"
)
_NET_OF = re.compile(r",?\s+(?:net of|less)\s+(?:an?\s+)?(?:allowance|accumulated|reserve)", re.I)
_LOSS = re.compile(r"\blosses\b|\bloss\b")
_APOSTROPHE = re.compile(r"['\u2019]")
_ARTICLES = re.compile(r"\b(?:the|our|its|companys)\b ?")
_OWN_RESULT = re.compile(r"(?:net )?(?:income|earnings|profit) (?:net )?attributable to \w")
_OWN_EQUITY = re.compile(
    r"total \w.* (?:stockholders|shareholders|shareowners) (?:equity|deficit)\Z"
)
_OTHERS = re.compile(
    r"\b(?:non ?controlling|minority|common|preferred|participating|redeemable|liabilities|non"
    r"|discontinued|continuing|per|share|shares)\b"
)
_BASIC = re.compile(r"\bbasic\b", re.IGNORECASE)
_DILUTED = re.compile(r"\b(?:fully\s+)?dilut(?:ed|ive)\b|\bassuming dilution\b", re.IGNORECASE)
_EARNINGS = re.compile(r"\b(?:income|loss|earnings|profit|eps)\b", re.IGNORECASE)
_SHARES = re.compile(r"\bshares?\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:weighted|average|avg|used|computing|computation|calculat\w+)\b", re.I)
_QUALIFIED = re.compile(
    r"\b(?:continuing|discontinued|adjusted|non-?gaap|pro forma|core|adjustments?|excluding|before"
    r"|comprehensive|dividends?)\b",
    re.IGNORECASE,
)


_SHARE_WORDS = frozenset(
    [
        *("net", "income", "loss", "earnings", "eps", "profit", "basic", "diluted", "fully"),
        *("per", "share", "common", "of", "stock", "and", "gaap", "reported", "quarter"),
        *("first", "second", "third", "fourth"),
    ]
)
"""The words that a name of earnings per share is made of; any other word makes another concept."""


class _Entry(Struct, frozen=True, gc=False):
    """A concept with where its captions hold."""

    concept: Concept
    on: tuple[str, ...]
    within: tuple[str, ...]


class _Lexicon(Struct, frozen=True):
    """Captions and prose names to the entries they may mean, in the file's order."""

    captions: dict[str, tuple[_Entry, ...]]
    said: dict[str, tuple[_Entry, ...]]


@cache
def _lexicon() -> _Lexicon:
    """The lexicon, read once."""
    raw = tomllib.loads(files("tieout.lexicon").joinpath("concepts.toml").read_text("utf-8"))
    captions: dict[str, list[_Entry]] = {}
    said: dict[str, list[_Entry]] = {}
    for name, entry in raw.items():
        on = entry.get("on", ())
        statements = (on,) if isinstance(on, str) else tuple(on)
        concept = Concept(
            name if ":" in name else f"us-gaap:{name}",
            entry.get("side", ""),
            entry.get("unit", "USD"),
            entry.get("instant", "balance" in statements),
        )
        made = _Entry(concept, statements, tuple(entry.get("within", ())))
        for caption in entry.get("captions", ()):
            captions.setdefault(caption, []).append(made)
        for caption in entry.get("clear", ()):
            captions.setdefault(caption, []).append(_Entry(concept, statements, ()))
        for caption in (
            *entry.get("captions", ()),
            *entry.get("clear", ()),
            *entry.get("said", ()),
        ):
            said.setdefault(caption, []).append(made)
    return _Lexicon(
        {caption: tuple(made) for caption, made in captions.items()},
        {caption: tuple(made) for caption, made in said.items()},
    )


@lru_cache(maxsize=8192)
def concept_of(caption: str, on: On, section: str = "") -> Concept:
    """The concept of a line on a statement, under a section's heading; never None.

    A caption the lexicon does not know becomes an extension made of its own words.
    """
    share = _share_concept(caption, section) if on in ("income", "prose") else None
    if share is not None:
        return share
    heading = section.lower()
    for words in variants(caption):
        for entry in _lexicon().captions.get(words, ()):
            if on in entry.on and (not entry.within or any(w in heading for w in entry.within)):
                return entry.concept
    owned = _owned(caption, on)
    return owned if owned is not None else extension(caption, instant=on == "balance")


def _owned(caption: str, on: On) -> Concept | None:
    """What belongs to the registrant by name: "Net income attributable to …", "Total … equity"."""
    words = normal(_PARENTHESIS.sub(" ", clean(caption)))
    if _OTHERS.search(words):
        return None
    if on in ("income", "cash") and _OWN_RESULT.match(_LOSS.sub("income", words)):
        return known("NetIncomeLoss")
    return known("StockholdersEquity") if on == "balance" and _OWN_EQUITY.match(words) else None


def named(words: str) -> Concept | None:
    """The concept that a name in prose means, written as `normal` writes it; None if unknown."""
    for variant in (words, _LOSS.sub("income", words)):
        entries = _lexicon().said.get(variant, ())
        if entries:
            return entries[0].concept
    is_plain = set(words.split()) <= _SHARE_WORDS
    return _share_concept(words, "") if is_plain and is_per_share(words) else None


def known(name: str) -> Concept:
    """The lexicon's own entry for a concept by name, without the us-gaap prefix."""
    full = name if ":" in name else f"us-gaap:{name}"
    return _by_name().get(full, Concept(full))


@cache
def _by_name() -> dict[str, Concept]:
    """Every concept of the lexicon by its full name."""
    return {
        entry.concept.name: entry.concept
        for entries in _lexicon().said.values()
        for entry in entries
    }


def extension(caption: str, *, instant: bool = False) -> Concept:
    """A concept made from a caption: "Total backlog" becomes ext:TotalBacklog."""
    words = next(variants(caption), "").split()[:12]
    return Concept(
        "ext:" + "".join(word.capitalize() for word in words) if words else UNNAMED,
        instant=instant,
    )


def normal(text: str) -> str:
    """Lower case, single blanks, no punctuation, "&" as "and", no possessive apostrophes."""
    lowered = _APOSTROPHE.sub("", clean(text).lower().replace("&", " and "))
    return _ARTICLES.sub("", _NOT_WORDS.sub(" ", lowered)).strip()


def variants(caption: str) -> Iterator[str]:
    """The ways a caption may stand in the lexicon, most words first."""
    caption = clean(caption)
    plain = caption
    while (shorter := _PARENTHESIS.sub(" ", plain)) != plain:
        plain = shorter
    cut = _TAIL.split(plain, 1)[0]
    net = _NET_OF.split(plain, 1)
    seen: set[str] = set()
    for words in (
        normal(caption),
        normal(plain),
        normal(cut),
        normal(net[0]) + " net" if len(net) > 1 else "",
        normal(net[0]),
    ):
        for variant in (words, _LOSS.sub("income", words)):
            if variant and variant not in seen:
                seen.add(variant)
                yield variant


def _share_concept(caption: str, section: str) -> Concept | None:
    """Earnings per share and the shares they are computed on, told by their words.

    "Basic" and "Diluted" alone take their meaning from the heading they stand under.
    """
    words = caption
    if not (is_per_share(caption) or _SHARES.search(caption)) and len(caption) < 40:
        words = f"{section} {caption}"
    basic, diluted = bool(_BASIC.search(caption)), bool(_DILUTED.search(caption))
    counted = _SHARES.search(words) and _COUNTED.search(words)
    if is_per_share(words) and not counted:
        if not _EARNINGS.search(words) or _QUALIFIED.search(words):
            return None
        names = (
            "EarningsPerShareBasicAndDiluted",
            "EarningsPerShareBasic",
            "EarningsPerShareDiluted",
        )
    elif counted:
        names = (
            "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
            "WeightedAverageNumberOfSharesOutstandingBasic",
            "WeightedAverageNumberOfDilutedSharesOutstanding",
        )
    else:
        return None
    return known(
        names[1] if basic and not diluted else names[2] if diluted and not basic else names[0]
    )
