"""What a person says of a workpaper: a difference accepted, a figure ticked, or taken back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import structs

from tieout.accepted.keeping import Change
from tieout.accepted.matching import applied
from tieout.accepted.naming import differences_named, figure_named, is_called, named
from tieout.accepted.reading import Kept
from tieout.accepted.standing import Candidate, Standings
from tieout.accepted.support import hash_of
from tieout.errors import Misuse
from tieout.harmless import on_a_line
from tieout.model.accepted import Accepted, Said
from tieout.model.workpaper import Workpaper

_LONGEST = {"initials": 40, "support": 500, "reason": 2_000}


def accepting(
    workpaper: Workpaper,
    kept: Kept,
    typed: str,
    *,
    reason: str,
    by: str,
    on: date,
    replace: bool = False,
) -> Change:
    """The difference named is accepted, or the lead dismissed; raises Misuse.

    What was said of it before gives way; where somebody else said it and it still holds, only if
    `replace` is true.
    """
    told = {"reason": _words("reason", reason), "by": _words("initials", by), "on": on}
    candidates = differences_named(Standings(workpaper), typed)
    return _said(workpaper, kept, candidates, told, replace=replace)


def ticking(
    workpaper: Workpaper,
    kept: Kept,
    typed: str,
    *,
    support: str,
    by: str,
    on: date,
    file: Path | None = None,
    replace: bool = False,
) -> Change:
    """The figure named is ticked by hand, with what supports it; raises Misuse and OSError.

    An earlier tick gives way, as an earlier acceptance does.
    """
    told = {"support": _words("support", support), "by": _words("initials", by), "on": on}
    if file is not None:
        told |= {"file": on_a_line(file.name), "sha256": hash_of(file)}
    candidates = [figure_named(Standings(workpaper), typed)]
    return _said(workpaper, kept, candidates, told, replace=replace)


def undoing(kept: Kept, typed: str, kinds: Sequence[Said]) -> Change:
    """The entry named is taken back: it is named as its difference or figure is; raises Misuse."""
    name = named(typed)
    found = [
        number
        for number, entry in enumerate(kept.entries)
        if entry.said in kinds and is_called(entry.rule, entry.reported, name)
    ]
    if name.which:
        found = found[name.which - 1 : name.which]
    if len(found) == 1:
        return Change(tuple(found))
    what = "figure" if "ticked" in kinds else "difference"
    words = repr(on_a_line(typed[:100]))
    if not found:
        raise Misuse(f"nothing was said of a {what} {words}, so nothing can be taken back")
    raise Misuse(f"{words} may be one of {len(found)} entries: say which, as {typed.strip()}#1")


def _said(
    workpaper: Workpaper,
    kept: Kept,
    candidates: Sequence[Candidate],
    told: dict[str, object],
    *,
    replace: bool,
) -> Change:
    """What is told of the candidates, in place of what was said of them before; raises Misuse."""
    before = applied(workpaper, kept.entries).accepted
    gone = tuple(n for n, one in enumerate(before) if any(_is_of(one, of) for of in candidates))
    new = tuple(structs.replace(one.entry, **told) for one in candidates)
    replaced = tuple(before[n] for n in gone)
    for one in replaced:
        if one.standing == "holds" and not replace and not _is_same(one.entry.by, new[0].by):
            name = ":".join(part for part in (one.entry.rule, one.entry.reported) if part)
            raise Misuse(f"{name} was {one.entry.signed}: to replace that, give --replace")
    return Change(gone, new, replaced)


def _is_same(one: str, other: str) -> bool:
    """True where both are the same person's initials."""
    return one.strip().casefold() == other.strip().casefold()


def _is_of(one: Accepted, candidate: Candidate) -> bool:
    """True where an entry is of the candidate, or was before it changed."""
    is_like = one.ref == candidate.ref and one.entry.rule == candidate.entry.rule
    return is_like and (one.standing == "lapsed" or set(one.checks) == set(candidate.checks))


def _words(name: str, words: str) -> str:
    """What a person typed, on one line; raises Misuse for nothing and for too much."""
    plain = " ".join(on_a_line(" ".join(words.split())).split())
    if not plain:
        raise Misuse(f"the {name} {'are' if name == 'initials' else 'is'} empty: say it in words")
    if len(plain) > _LONGEST[name]:
        raise Misuse(f"more than {_LONGEST[name]:,} characters are no {name}: say it in short")
    return plain
