"""What the words of a row look like: an amount, a dash, a sign of a number, a year."""

import re
from functools import lru_cache

from tieout.lexicon.shapes import DASH_SET, NUMBER, SIGN, SIGN_SET, YEAR
from tieout.patterns import pattern

_FIGURE = pattern(
    rf"{SIGN}?[\s{SIGN_SET}(+{DASH_SET}~<>]*{NUMBER}\.?[\s)%x\u00a2*\u2020\u2021]{{0,16}}"
    r"(?:(?:bps|bp|pts?|ppts?|pp|basis points?|points?|percent|million|billion|thousand|M|B|K|x)"
    r"\.?\)?)?(?:\s?(?:\(?[a-zA-Z0-9]{1,2}\)|\*{1,3}+)|\s[0-9a-z]){0,8}\s*+\Z"
)
_NIL = pattern(
    rf"[\s{SIGN_SET}(]*(?:[{DASH_SET}]{{1,3}}|n\.?/?[ma]\.?|nil|\*{{1,3}})[\s)%]*(?:pts?|bps)?\Z",
    re.IGNORECASE,
)
_RANGE_WORDS = pattern(
    r"\b(?:to|and|between|approximately|approx\.?|about|up|down|flat|low|mid|high|of|over|plus|or"
    r"|minus|at|least|roughly|around|million|billion|cents|percent|bps|p?pts|basis|points?)\b|[~<>\u00b1]",
    re.IGNORECASE,
)
_BETWEEN = pattern(rf"(?<=[0-9%])\s?[{DASH_SET}](?=[$0-9])")
_YEAR = pattern(rf"(?:FY\s?)?{YEAR}[EA]?(?:\s?\(?[0-9a-z*]\)?)?\Z")
_OPENS = pattern(rf"[{SIGN_SET}(+{DASH_SET}]*[0-9.]|[{SIGN_SET}({DASH_SET}]+\Z")
_CLOSES = pattern(rf"[0-9.,)%]*[0-9)%]\Z|[{DASH_SET}%)]+\Z|[{SIGN_SET}(]*[0-9][0-9,.]*[)%]*\Z")
_BEFORE = pattern(rf"{SIGN}\s?\(?\Z|[({DASH_SET}]\s?{SIGN}\Z|\(\Z")
_ONLY_SIGN = pattern(rf"{SIGN}\(?\Z")
_DIGIT = pattern("[0-9]")
_LONGEST_RANGE = 36


@lru_cache(maxsize=1024)
def is_amount(text: str) -> bool:
    """True for an amount, a percentage, a range of them, a dash or "n/m", but for no year."""
    if _YEAR.match(text):
        return False
    if is_figure(text):
        return True
    if len(text) > _LONGEST_RANGE or not _DIGIT.search(text):
        return False
    bare = _BETWEEN.sub(" ", _RANGE_WORDS.sub(" ", text)).split()
    return bool(bare) and all(_FIGURE.match(word) or _NIL.match(word) for word in bare)


def is_year(text: str) -> bool:
    """True for a year standing alone."""
    return _YEAR.match(text) is not None


def is_figure(text: str) -> bool:
    """True for one number with its signs, and for what stands in place of one."""
    return _FIGURE.match(text) is not None or _NIL.match(text) is not None


def holds_figure(text: str) -> bool:
    """True for a number that may lack its closing bracket or its percent sign."""
    return is_figure(text) or is_figure(text + ")")


def opens(word: str) -> bool:
    """True where a number, or the sign before one, may begin with a word."""
    return _OPENS.match(word) is not None


def closes(word: str) -> bool:
    """True where a number may end with a word."""
    return _CLOSES.match(word) is not None


def is_sign(word: str) -> bool:
    """True for a currency sign apart from its number."""
    return _ONLY_SIGN.match(word) is not None


def stands_before(text: str) -> bool:
    """True for a currency sign or a bracket without its number."""
    return _BEFORE.match(text) is not None
