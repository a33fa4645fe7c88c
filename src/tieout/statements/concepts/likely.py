"""Lines that the lexicon does not know, under the names that filers give lines that stand so.

Such a name is what a figure is called, and never what it is compared by: the line keeps the
concept made of its caption, so that no rule ties or refutes by what is only likely.
"""

from collections.abc import Sequence

from msgspec import structs

from tieout.lexicon.entries import On
from tieout.lexicon.likely import KINDS, Standing, likeliest
from tieout.model.concept import Likely, feeds
from tieout.model.statement import Line
from tieout.statements.concepts import Lines
from tieout.statements.concepts.places import places_of

_END = "end"
_UNKNOWN = "unknown"


def likely_named(lines: Lines, kind: str, on: On) -> Lines:
    """The lines, those without a name with the likeliest; no two lines of a statement have one."""
    if kind not in KINDS:
        return lines
    taken = {name for line in lines if not line.is_heading for name in feeds(line.concept)}
    found: dict[str, tuple[int, int, Likely]] = {}
    for number, standing in standings(lines, on).items():
        told = likeliest(standing, kind, on)
        if told is None or told[0].name in taken:
            continue
        concept, share = told
        if concept.name not in found or share > found[concept.name][0]:
            found[concept.name] = share, number, Likely(concept.name, share, concept.side)
    named = {number: likely for _, number, likely in found.values()}
    return tuple(
        structs.replace(line, likely=named[number]) if number in named else line
        for number, line in enumerate(lines)
    )


def standings(lines: Sequence[Line], on: On, *, every: bool = False) -> dict[int, Standing]:
    """How each line without a name stands, by its number; of `every` line of figures if wanted."""
    places = places_of(lines, on)
    names = [_name(line) for line in lines]
    known_above, known_below = _nearest(names), _nearest(names[::-1])[::-1]

    def near(number: int) -> str:
        return names[number] if 0 <= number < len(lines) else _END

    return {
        n: Standing(
            line.caption,
            places[n],
            line.heading,
            (near(n - 1), near(n - 2)),
            (near(n + 1), near(n + 2)),
            known_above[n],
            known_below[n],
            line.unit,
            line.is_called_total,
        )
        for n, line in enumerate(lines)
        if not line.is_heading and (every or _is_asked(line))
    }


def _is_asked(line: Line) -> bool:
    """True for a line of the whole company whose caption names nothing the lexicon knows."""
    has_number = any(cell.kind == "number" and not cell.is_percent for cell in line.cells)
    is_plain = not line.dimensions and line.period is None and bool(line.caption)
    return line.concept.startswith("ext:") and is_plain and has_number


def _name(line: Line) -> str:
    """The line's concept where the lexicon knows it."""
    if line.is_heading:
        return "heading"
    name = line.concept
    return name.removeprefix("us-gaap:") if name.startswith("us-gaap:") else _UNKNOWN


def _nearest(names: Sequence[str]) -> list[str]:
    """Before each line, the nearest name that is known."""
    found: list[str] = []
    last = ""
    for name in names:
        found.append(last)
        last = last if name in ("heading", _UNKNOWN) else name
    return found
