"""A sentence without what only points or abbreviates: marks of footnotes, names in brackets.

"Adjusted EBITDA(2) of", "efficiency ratio 3 was", "net interest margin ("NIM") was".
"""

from collections.abc import Sequence

from tieout.lexicon.words import Token

_MOST_DIGITS = 2
_LONGEST_NAME = 6
_LONGEST_BRACKET = 5
_BEHIND_A_MARK = frozenset(["is", "of", "up", "down", "in", "comma"])
_TELLING = frozenset(
    [
        *("loss", "losses", "income", "diluted", "basic", "gaap", "net", "gain", "gross", "tax"),
        *("pretax", "annual", "actual", "fiscal"),
    ]
)

# "net income (as restated) of": the figure is of net income all the same.
_RESTATED = frozenset(["as", "restated", "revised", "recast"])


def plain(row: Sequence[Token]) -> list[Token]:
    """The tokens without marks of footnotes behind words, and abbreviations in brackets."""
    kept: list[Token] = []
    place = _behind_number(row)
    while place < len(row):
        token = row[place]
        if token.kind == "stop" and kept and kept[-1].text == "vs":
            place += 1
            continue
        may_point = token.figure >= 0 or token.kind == "open"
        behind = _past(row, place) if may_point and kept and kept[-1].kind == "word" else place
        if behind == place:
            kept.append(token)
            place += 1
        else:
            place = behind
    return kept


def _behind_number(row: Sequence[Token]) -> int:
    """The place behind the number in brackets that a footnote begins with; 0 for none."""
    opens = [token.kind for token in row[:3:2]] == ["open", "close"]
    return 3 if opens and _is_note(row[1]) else 0


def _past(row: Sequence[Token], place: int) -> int:
    """The place behind a mark or an abbreviation that begins here; the place itself for none."""
    if row[place].kind == "open":
        inside = [
            n
            for n in range(place + 1, min(place + _LONGEST_BRACKET, len(row)))
            if row[n].kind != "quote"
        ]
        close = next((n for n in inside if row[n].kind == "close"), place)
        words = [row[n] for n in inside if n < close]
        is_aside = len(words) == 1 and _points(words[0])
        if is_aside or (words and all(word.text in _RESTATED for word in words)):
            return close + 1
        return place
    is_mark = _is_note(row[place]) and place + 1 < len(row)
    return place + 1 if is_mark and row[place + 1].kind in _BEHIND_A_MARK else place


def _points(token: Token) -> bool:
    """True for what stands alone in brackets and says nothing: a footnote's mark, a short name."""
    if token.figure >= 0:
        return _is_note(token)
    is_short = token.kind == "word" and len(token.text) <= _LONGEST_NAME
    return is_short and token.text.isalpha() and token.text not in _TELLING


def _is_note(token: Token) -> bool:
    """True for the number of a footnote: a digit or two without a sign or a point."""
    is_short = token.text.isdigit() and len(token.text) <= _MOST_DIGITS
    return token.figure >= 0 and not token.is_money and is_short and token.kind != "year"
