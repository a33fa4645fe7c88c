"""Sentences with "respectively": each is as many sentences as its lists have entries.

"Revenue and net income were $5 million and $1 million, respectively" is read as "Revenue was
$5 million" and "Net income was $1 million". What is listed are figures, with nouns in front of
them or periods behind.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from tieout.claims.grammar.subject import is_known, qualifiers
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.words import Token

Stretch = tuple[int, int]
"""Tokens [first, last) of a sentence."""

_RESPECTIVELY = "respectively"
_FIGURES = ("amount", "percent")
_JOINTS = ("comma", "and")
_BETWEEN = ("comma", "and", "about", "open", "close", "the")
_ADJECTIVES = frozenset(["gaap", "basic", "diluted", "net", "gross", "average", "period-end"])
_COUNTED = frozenset(["three", "six", "nine", "twelve", "first", "second", "third", "fourth"])
_SHARED = frozenset(["of", "ended", "ending"])
_MOST = 6


def each(row: list[Token]) -> Iterator[Sequence[Token]]:
    """The sentences that a sentence stands for: itself, or one an entry of its lists.

    Of one whose lists do not match, only what stands in front of them is read.
    """
    if not any(token.text == _RESPECTIVELY for token in row):
        yield row
        return
    figures = _figure_lists(row)
    counts = {len(one) for one in figures}
    if len(counts) != 1:
        yield from _before_lists(row, figures)
        return
    count = counts.pop()
    periods = [one for one in _period_lists(row) if len(one) == count]
    first = figures[0][0][0]
    nouns = _nouns(row, first, count) if not periods or periods[0][0][0] > first else []
    if not 1 < count <= _MOST or not (periods or nouns):
        return
    for number in range(count):
        yield _entry(row, figures, periods, nouns, number)


def _before_lists(row: list[Token], figures: list[list[Stretch]]) -> Iterator[Sequence[Token]]:
    """The sentence up to its first list, where single figures stand in front of it.

    "Net income of $5 million, or $0.20 per share, increases of 12% and 11%, respectively"
    """
    first = next((number for number, one in enumerate(figures) if len(one) > 1), 0)
    if first:
        yield row[: figures[first][0][0]]


def _figure_lists(row: Sequence[Token]) -> list[list[Stretch]]:
    """Runs of figures with nothing but commas and "and" between."""
    lists: list[list[Stretch]] = []
    last = -1
    for place, token in enumerate(row):
        if token.kind not in _FIGURES:
            continue
        joined = lists and all(between.kind in _BETWEEN for between in row[last + 1 : place])
        if joined and place > last + 1:
            lists[-1].append((place, place + 1))
        else:
            lists.append([(place, place + 1)])
        last = place
    return lists


def _period_lists(row: Sequence[Token]) -> list[list[Stretch]]:
    """Runs of periods with nothing but commas, "and" and "the" between; bare years behind dates."""
    said: list[Stretch] = []
    for one in spoken_periods(row):
        first = one.first
        for place in range(one.first + 1, one.last):
            if row[place].kind == "year" and row[place - 1].kind in ("date", "year"):
                said.append((first, place))
                first = place
        said.append((first, one.last))
    said += [(one - 2, one - 1) for one, _ in said if _shares_its_end(row, one)]
    years = {place for first, last in said for place in range(first, last)}
    said += [(n, n + 1) for n, token in enumerate(row) if token.kind == "year" and n not in years]
    lists: list[list[Stretch]] = []
    for first, last in sorted(said):
        between = row[lists[-1][-1][1] : first] if lists else ()
        if lists and all(token.kind in (*_JOINTS, "the") for token in between):
            lists[-1].append((first, last))
        else:
            lists.append([(first, last)])
    return [one for one in lists if len(one) > 1]


def _shares_its_end(row: Sequence[Token], first: int) -> bool:
    """True behind "three and": the three months end as the nine months do."""
    lead = [token.text for token in row[max(0, first - 2) : first + 1]]
    return len(lead) == 3 and lead[1] == "and" and lead[0] in _COUNTED and lead[2] in _COUNTED


def _nouns(row: Sequence[Token], first_figure: int, count: int) -> list[list[Token]]:
    """As many nouns in front of the verb, each made whole: "GAAP and non-GAAP gross margins"."""
    verb = next((n for n in range(first_figure) if row[n].kind in ("is", "up", "down", "of")), -1)
    pieces: list[list[Token]] = [[]]
    for token in row[: max(verb, 0)]:
        if token.kind in _JOINTS:
            pieces.append([])
        else:
            pieces[-1].append(token)
    pieces = [one for one in pieces if one]
    if len(pieces) < count or verb < 0:
        return []
    listed = pieces[-count:]
    head = listed[-1][1:]
    whole = [
        [*one, *head] if not is_known(one) and all(map(_describes, one)) else one for one in listed
    ]
    whole = [_owned(whole[0], one) for one in whole]
    lead = [token for piece in pieces[:-count] for token in piece]
    return [[*lead, *one] for one in whole] if lead else whole


def _owned(first: list[Token], other: list[Token]) -> list[Token]:
    """A noun with the owner that the first one names: "Water gross profit and gross margin"."""
    if other is first or is_known(first):
        return other
    said = {token.text for token in other}
    owner = next((n for n in range(1, len(first)) if said >= {t.text for t in first[n:]}), 0)
    owner = owner or next((n for n in range(1, len(first)) if is_known(first[n:])), 0)
    return other if all(map(_describes, first[:owner])) else [*first[:owner], *other]


def _describes(token: Token) -> bool:
    """True for a word that needs a noun behind it: "GAAP", "basic", "adjusted"."""
    return token.text in _ADJECTIVES or token.kind == "the" or bool(qualifiers([token]))


def _entry(
    row: Sequence[Token],
    figures: list[list[Stretch]],
    periods: list[list[Stretch]],
    nouns: list[list[Token]],
    number: int,
) -> list[Token]:
    """The sentence with only the entry of that number of every list."""
    chosen: dict[int, list[Token]] = {}
    dropped: set[int] = set()
    for listed in (*figures, *periods):
        dropped.update(range(listed[0][0], listed[-1][1]))
        first, last = listed[number]
        chosen[listed[0][0]] = (
            [*_period(row, listed, number)] if listed in periods else [*row[first:last]]
        )
    start = 0
    if nouns:
        start = next(n for n in range(len(row)) if row[n].kind in ("is", "up", "down", "of"))
    made = list(nouns[number]) if nouns else []
    for place in range(start, len(row)):
        made += chosen.get(place, ())
        if place not in dropped and row[place].text != _RESPECTIVELY:
            made.append(row[place])
    return made


def _is_dated(words: Sequence[Token]) -> bool:
    """True where the words name a day or a year."""
    return any(token.kind in ("date", "year") for token in words)


def _shared_year(row: Sequence[Token], listed: list[Stretch]) -> Sequence[Token]:
    """The year or the end that the last period of a list names for all.

    "The quarter and year of 2024", "the three months and the year ended June 30, 2025".
    """
    first, last = listed[-1]
    place = next((n for n in range(first, last) if row[n].text in _SHARED), last)
    return row[place:last] if _is_dated(row[place:last]) else ()


def _period(row: Sequence[Token], listed: list[Stretch], number: int) -> Iterator[Token]:
    """A listed period, with what it shares with the first: "March 31, 2024 and 2023"."""
    first, last = listed[number]
    lead = row[slice(*listed[0])]
    if last == first + 1 and row[first].text in _COUNTED:
        yield from (row[first], *row[listed[number + 1][0] + 1 : listed[number + 1][1]])
        return
    is_year = last == first + 1 and row[first].kind == "year"
    if number == 0 or not is_year:
        if row[first].kind == "date" and number:
            yield from (token for token in lead if token.kind == "word" or token.kind == "the")
        yield from row[first:last]
        if not _is_dated(row[first:last]):
            yield from _shared_year(row, listed)
        return
    for token in lead:
        if token.said is not None and token.said.on() is not None:
            said = structs.replace(token.said, year=int(row[first].text))
            yield structs.replace(token, said=said)  # the 29th of February reads as none
        elif token.kind == "year":
            yield row[first]
        else:
            yield token
    if not any(token.kind in ("date", "year") for token in lead):
        yield row[first]
