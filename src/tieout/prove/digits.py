"""What becomes of a number's text under a slip of the hand; pure text, the layout kept."""

import re
from itertools import pairwise
from random import Random

from tieout.patterns import pattern

_TENFOLD = pattern(r"([0-9][0-9,]*)(?:\.([0-9]+))?")
_SCALES = {"million": "billion", "billion": "million", "thousand": "million"}


def changed(text: str, rng: Random) -> str:
    """One digit replaced by another; a number of several digits never comes to begin with 0."""
    places = [place for place, sign in enumerate(text) if sign in "0123456789"]
    if not places:
        return text
    place = rng.choice(places)
    lowest = 1 if place == places[0] and len(places) > 1 else 0
    others = [digit for digit in "0123456789"[lowest:] if digit != text[place]]
    return text[:place] + rng.choice(others) + text[place + 1 :]


def transposed(text: str, rng: Random) -> str:
    """Two neighbouring digits exchanged; the same text where no two differ."""
    places = [place for place, sign in enumerate(text) if sign in "0123456789"]
    pairs = [
        (one, other)
        for one, other in pairwise(places)
        if text[one] != text[other] and not (one == places[0] and text[other] == "0")
    ]
    if not pairs:
        return text
    one, other = rng.choice(pairs)
    letters = list(text)
    letters[one], letters[other] = letters[other], letters[one]
    return "".join(letters)


def scaled(text: str) -> str:
    """A scale word exchanged for its neighbour, or the number made tenfold."""
    for word, other in _SCALES.items():
        if word in text.lower():
            return re.sub(word, other, text, count=1, flags=re.IGNORECASE)
    return _TENFOLD.sub(_tenfold, text, count=1)


def _tenfold(match: re.Match[str]) -> str:
    """Ten times the number, with commas where it had them or would need them."""
    whole, part = match[1].replace(",", ""), match[2] or ""
    digits = (whole + (part[:1] or "0")).lstrip("0") or "0"
    grouped = "," in match[1] or (part == "" and len(whole) > 2)
    head = f"{int(digits):,}" if grouped else digits
    return head + (f".{part[1:]}" if part[1:] else "")
