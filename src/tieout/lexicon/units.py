"""Scale lines to powers of ten: "(In thousands, except per share data)"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct, structs

from tieout.lexicon.currencies import DOLLARS, names_dollars, read_currency
from tieout.lexicon.letters import letters
from tieout.lexicon.numbers import SCALE_POWERS, SUFFIX_POWERS, scale_power
from tieout.lexicon.shapes import CURRENCY_SIGNS, DASH_SET, SCALE_WORD, SIGN, SIGN_SET, YEAR
from tieout.lexicon.things import base_of, measured_in, names_things, priced_each
from tieout.model.unit import Unit
from tieout.patterns import pattern

_SCALE = pattern(
    rf"(?<![\w.,-])(?P<word>{SCALE_WORD}s?)\b"
    r"|(?<![0-9.,])(?P<zeros>000(?:,000)?)(?![0-9]|[,.][0-9])(?:['\u2019]?s)?\b"
    r"|(?:(?<![A-Za-z])|(?<=\b(?-i:[A-Z]{3})))(?P<short>mm|mn|m|bn|b|k)\b",
    re.IGNORECASE,
)
_OF_SCALE = SUFFIX_POWERS.keys() | {f"{one}{s}" for one in SCALE_POWERS for s in ("", "s")}
_QUOTES = "'\u2018\u2019\\ \u00a0"
# What leads to a scale word: "in", "nearest", a bracket that opens, a comma, or the line's start.
_LEADS = pattern(
    r"(?:\b(?:in|nearest)(?:\s+the)?|\A\W*+|\A(?:un)?audited"
    rf"|(?<!\W)[^\w(\[,;:/{DASH_SET}]*+[(\[,;:/{DASH_SET}]\W*+"
    rf"|(?<![0-9.,]){YEAR})\Z",
    re.IGNORECASE,
)
_ENDS = pattern(
    r"\W*(?:\Z|[^\w\s]|(?:except|excluding|exclusive|other|unless|omitted|and|or|per|for|rounded"
    r"|unaudited|audited|shares?|as|where|with|three|six|nine|twelve|years?|quarters?)\b"
    r"|(?:(?:19|20)[0-9]{2})\b)",
    re.IGNORECASE,
)
_OF = pattern(r"\s+of\b", re.IGNORECASE)
_OF_SHARES = pattern(
    r"(?:(?<!\s)\s++)?\bof\s+(?:common\s+|ordinary\s+)?(?:shares|units)\b", re.IGNORECASE
)
# What is counted in a scale of its own: "shares in thousands", "tons in millions".
_COUNTED = pattern(
    r"\b(?:(?P<shares>shares?(?:\s+(?:data|amounts?|counts?|information))?|units?)"
    r"|(?P<bulk>tons?|tonnes|barrels|ounces|gallons)"
    r"|(?:square\s+)?feet|acres|volumes?|customers|subscribers)"
    r"(?:\s+are)?(?:\s+(?:stated|presented|shown))?\s+in\Z",
    re.IGNORECASE,
)
# "Expressed in New Taiwan thousand dollars" parts the currency's name.
_DOLLARS = pattern(r"\s+dollars\b", re.IGNORECASE)
_OF_WHOM = pattern(r"\b[Ii]n(?:\s+[A-Z][a-z]+){1,2}\Z")
_ALSO = pattern(r"(?:\band|&)\s*\Z", re.IGNORECASE)
_EXCEPT = pattern(r"\b(?:except|other than|excluding)\b(?P<what>.*)", re.IGNORECASE)
_SHARES = pattern(r"\b(?<!per )(?<!per-)shares?\b(?!\s*(?:data|information)\s*\Z)", re.IGNORECASE)
_PER_SHARE = pattern(r"\bper[\s-]+(?:\w+\s+){0,2}(?:share|unit|ads|adr)\b|\beps\b", re.IGNORECASE)
_ITEMS = pattern(r"[,;()]|\band\b|\bor\b", re.IGNORECASE)
_WORDS = pattern(r"[a-z]+")
_PLAIN = frozenset(
    [
        *("data", "amount", "information", "number", "of", "per", "share", "figure", "and"),
        *("the", "where", "noted", "otherwise", "for"),
    ]
)
_UNIT_BEHIND = pattern(
    rf"\s(?:{SIGN}(?:\s?{SCALE_WORD}s?)?|(?:in\s)?{SCALE_WORD}s?(?:\sof\sdollars)?|dollars)\Z",
    re.IGNORECASE,
)
_LONGEST = 300
_BESIDE = 40


class Scale(Struct, frozen=True, gc=False):
    """Powers of ten for a statement's money and for its share counts, and the money's currency.

    `currency` is an ISO code, empty where nothing names one. `spared` is what a note leaves out
    beside shares, each as its words: (("store", "count"), ("hotel",)). `things` is the unit of
    figures that are no money at all, with its power of ten: "(thousands of metric tons)"; `bulk`
    are units with theirs beside money: "(in millions, except per ton information)" has tons in
    millions too.
    """

    money: int = 0
    shares: int = 0
    is_said: bool = False
    currency: str = ""
    spared: tuple[tuple[str, ...], ...] = ()
    things: tuple[str, int] = ("", 0)
    bulk: tuple[tuple[str, int], ...] = ()

    def spares(self, caption: str) -> bool:
        """True where a line's caption has the words of what the scale leaves out."""
        if not self.spared:
            return False
        words = set(_stems(caption))
        return any(words.issuperset(one) for one in self.spared)

    def power_of(self, unit: Unit) -> int:
        """The power of ten of what is counted in a physical unit, which may say one itself."""
        base, power = base_of(unit.text)
        return 0 if power or unit.currency else dict(self.bulk).get(base, 0)

    def currency_of(self, sign: str) -> str:
        """The currency of a sign or of none; "$" is of the dollars that words name."""
        if sign == "USD" and self.currency in DOLLARS:
            return self.currency
        return sign or self.currency


def read_scale(lines: Iterable[str]) -> Scale:
    """The scale that a statement's title lines name; ones where they name none.

    "except share amounts" leaves share counts unscaled; "except per share data" does not.
    """
    shares, things = 0, Scale()
    for line in lines:
        scale = _scale_in(line) if len(line) <= _LONGEST else Scale()
        if scale.is_said:
            return structs.replace(scale, bulk=scale.bulk or things.bulk)
        shares = shares or scale.shares
        things = scale if scale.things[0] or scale.bulk else things
    return structs.replace(things, shares=shares or things.shares)


class _Note(Struct, frozen=True, gc=False):
    """A power of ten that a line names, and what it is of: money, shares, or other things.

    `bulk` is a physical unit that it is of, alone or with money; `is_all` is true where the line
    names nothing that it is of.
    """

    power: int
    of: str = "money"
    bulk: str = ""
    is_all: bool = False


@lru_cache(maxsize=8192)
def _scale_in(line: str) -> Scale:
    """The scale that one line names; where it names one of shares alone, money is not said."""
    notes = list(_notes(line))
    money = [note.power for note in notes if note.of == "money"]
    shares = [note.power for note in notes if note.of == "shares"]
    bulk = tuple((note.bulk, note.power) for note in notes if note.bulk)
    if not money:
        measured = measured_in(line)
        if shares and _OF_SHARES.search(line):
            return Scale(shares=shares[0], things=("shares", shares[0]))
        if measured is not None and not measured[0].currency:
            return Scale(things=(measured[0].text, measured[1]))
        return Scale(shares=shares[0] if shares else 0, bulk=bulk)
    exception = _EXCEPT.search(line)
    what = exception["what"] if exception is not None else ""
    counts = shares[0] if shares else 0 if _spares_shares(what) else money[0]
    if not bulk and any(note.is_all for note in notes):
        bulk = tuple((unit, money[0]) for unit in priced_each(what))
    return Scale(money[0], counts, is_said=True, spared=_spared(what), bulk=bulk)


def _spared(what: str) -> tuple[tuple[str, ...], ...]:
    """What an exception names beside shares, where it is things or prices of things."""
    items = [item for item in _ITEMS.split(what) if names_things(item)]
    words = (tuple(word for word in _stems(item) if word not in _PLAIN) for item in items)
    return tuple(filter(None, words))


def _stems(words: str) -> list[str]:
    """The words in lower case without a plural's ending."""
    return [word.removesuffix("s") for word in _WORDS.findall(words.lower())]


def _notes(line: str) -> Iterator[_Note]:
    """The powers of ten that a line names as such, and not as prose does: "millions of customers".

    A scale word is a note's where "in", a bracket, a comma, a currency or nothing leads to it, and
    the line ends there, goes on with punctuation, or says whose money it is.
    """
    if not _may_scale(line):
        return
    for match in _SCALE.finditer(line):
        before, after = line[: match.start()].rstrip(_QUOTES), line[match.end() :]
        is_money, rest = _ends_in_money(before), after[:_BESIDE]
        leads = _LEADS.search(before[-_BESIDE:]) is not None
        leads = leads or (_DOLLARS.match(rest) is not None and _OF_WHOM.search(before) is not None)
        if match["short"]:
            is_long = len(match["short"]) > 1
            leads = leads and is_long and (after.startswith(")") or not after.strip())
        elif match["zeros"] and before == "" and not after.strip():
            leads = False  # "000" in a line of its own
        if not (is_money or leads):
            continue
        of_shares = _OF_SHARES.match(rest) is not None
        is_of = _OF.match(rest) is not None
        if not of_shares and not (_names_money(rest) if is_of else _ends(rest)):
            continue
        counted = _COUNTED.search(before[-_BESIDE:])
        bulk = base_of(counted["bulk"])[0] if counted is not None and counted["bulk"] else ""
        if counted is not None and _ALSO.search(before[-_BESIDE:][: counted.start()]):
            counted = None  # "Dollars and shares in millions"
        of = "money" if counted is None else "shares" if counted["shares"] else "things"
        is_all = of == "money" and not is_money and not _names_money(before[-_BESIDE:])
        yield _Note(_power(match), "shares" if of_shares else of, bulk, is_all)


def _may_scale(line: str) -> bool:
    """True where a line has a word of scale, or the zeros that stand for one."""
    words = letters(line)
    return (
        not _OF_SCALE.isdisjoint(words)
        or "000" in line
        or any(word[3:] in SUFFIX_POWERS for word in words)  # "EURm"
    )


def _ends(rest: str) -> bool:
    """True where a note ends, or says what money is counted so: "in million euros"."""
    return _ENDS.match(rest) is not None or _names_money(" ".join(rest.split()[:2]))


def _names_money(words: str) -> bool:
    """True where words name a currency, or dollars."""
    return bool(read_currency([words])) or names_dollars([words]) or "dollar" in words.lower()


def _ends_in_money(before: str) -> bool:
    """True where the last word is a currency's sign, code or name: "US$", "DKK"."""
    last = before[-_BESIDE:].split()[-1:]
    word = last[0].lstrip("([") if last else ""
    if not word or word[-1] in CURRENCY_SIGNS:
        return bool(word)
    return not any(letter.isdigit() for letter in word) and _names_money(word)


def _power(match: re.Match[str]) -> int:
    """The power of ten of the scale word found."""
    if match["word"]:
        return scale_power(match["word"])
    if match["zeros"]:
        return 6 if "," in match["zeros"] else 3
    return SUFFIX_POWERS[match["short"].lower()]


def _spares_shares(what: str) -> bool:
    """True where share counts are excepted, not only amounts per share."""
    return bool(_SHARES.search(_PER_SHARE.sub("", what)))


def without_unit(caption: str) -> str:
    """A caption without what a column beside it counts in: "Total backlog $ millions"."""
    return _UNIT_BEHIND.sub("", caption) or caption


@lru_cache(maxsize=8192)
def own_power(caption: str) -> int | None:
    """The power of ten that a caption names for its own line: "Revenue ($B)"; None for none."""
    return next((note.power for note in _notes(caption)), None)


_SCALES = (0, 3, 6)


def powers_of(caption: str, over: Sequence[str]) -> tuple[int, ...]:
    """The powers of ten that a line may be counted in, by its caption and what stands over it.

    Units, thousands and millions where nothing says one.
    """
    own, scale = own_power(caption), read_scale(over)
    if own is not None or is_per_share(caption):
        return (own or 0,)
    return (scale.money,) if scale.is_said else _SCALES


_EACH = frozenset({"share", "unit", "ads", "adr"})
_PRICED = pattern(
    rf"[(\s](?!{YEAR}\s)[{SIGN_SET}\\]*\.?[0-9][0-9.,]*\s+(?:per|a)\s+(?:\w+\s+){{0,2}}(?:share|unit)"
    r"|\b(?:par|stated)\s+value\b.*",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_per_share(caption: str) -> bool:
    """True where a caption says that its figures are amounts per share.

    "Dividends declared ($0.49 per share)" and "par value $1.00 per share" price one share; the
    figures beside them are money.
    """
    words = letters(caption)
    if "eps" not in words and ("per" not in words or _EACH.isdisjoint(words)):
        return False
    return bool(_PER_SHARE.search(_PRICED.sub(" ", caption)))
