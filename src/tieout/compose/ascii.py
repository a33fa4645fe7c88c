"""Words in ASCII, as EDGAR's documents are: signs spelled as typists spell them."""

import unicodedata
from html import escape

from tieout.lexicon.currencies import SIGN_OF
from tieout.lexicon.shapes import DASHES
from tieout.patterns import pattern

_SPELLED = {
    "\u00a0": " ", "\u00ab": '"', "\u00bb": '"', "\u00a9": "(C)", "\u00ae": "(R)",
    "\u00b0": " deg.", "\u00b7": "*",
    "\u00a7": "Sec. ", "\u00b6": "Par. ", "\u00b1": "+/-", "\u00d7": "x", "\u00f7": "/",
    "\u00c6": "AE", "\u00e6": "ae", "\u00d8": "O", "\u00f8": "o", "\u00df": "ss",
    "\u0141": "L", "\u0142": "l", "\u00a2": " cents",
    **dict.fromkeys(DASHES, "-"), "\u2014": "--", "\u2015": "--",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2020": "+", "\u2021": "++", "\u2022": "*", "\u2026": "...", "\u2044": "/", "\u2122": "(TM)",
    "\u2120": "(SM)", "\u2248": "~", "\u2260": "!=", "\u2264": "<=", "\u2265": ">=",
    "\u2610": "[ ]", "\u2611": "[X]", "\u2612": "[X]", "\u25cf": "*", "\u2713": "[X]",
}  # fmt: skip
_OF_MONEY = {sign: f"{code} " for code, sign in SIGN_OF.items() if sign != "$"}
_TABLE = str.maketrans(_SPELLED | _OF_MONEY)
_STEERING = pattern(r"[\x00-\x08\x0b-\x1f\x7f]")
_WINDOWS = pattern(r"[\x80-\x9f]")
_UNFIT = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ODD = pattern(r"[^\x20-\x7e\n]")


def mended(words: str) -> str:
    """The words with what Windows prints for the control characters that no text means."""
    return _WINDOWS.sub(lambda one: one[0].encode("latin-1").decode("cp1252", "replace"), words)


def plain(words: str) -> str:
    """The words with every other character spelled in ASCII, "?" where nobody can spell it."""
    words = _STEERING.sub(" ", mended(words).replace("\t", " ").translate(_TABLE))
    if words.isascii():
        return words
    bare = unicodedata.normalize("NFKD", words).translate(_TABLE)
    bare = "".join(ch for ch in bare if not unicodedata.combining(ch))
    return _ODD.sub("?", bare)


def entities(words: str) -> str:
    """The words escaped for HTML, in ASCII: characters beyond it by their numbers.

    What no page may hold (control characters, halves of characters) is "?".
    """
    words = _UNFIT.sub("?", mended(words).replace("\t", " "))
    return escape(words, quote=True).encode("ascii", "xmlcharrefreplace").decode("ascii")
