"""Entries put into accepted.toml and taken out of it, with all else that people wrote there."""

import contextlib
from collections.abc import Sequence

from msgspec import Struct

from tieout.accepted.reading import Kept, read
from tieout.errors import Misuse
from tieout.model.accepted import Accepted, Entry
from tieout.toml.places import comments
from tieout.toml.writing import value_in

HEAD = """\
# What people said of the findings of tieout. It is yours to edit: take out a table to take back
# what it says. An entry lapses when a figure it speaks of, or one that the difference rests on,
# is another; the reports say so then.
"""


def written(entry: Entry) -> str:
    """An entry as a table of the file."""
    keys = {
        name: dict(entry.dimensions) if name == "dimensions" else getattr(entry, name)
        for name in Entry.__struct_fields__
        if name != "said"
    }
    told = (f"{name} = {value_in(value)}\n" for name, value in keys.items() if _tells(name, value))
    return f"[[{entry.said}]]\n{''.join(told)}"


class Change(Struct, frozen=True):
    """What becomes of a file: the entries that go, by number, and those that are new.

    `replaced` are those that go because the new ones are said of the same.
    """

    gone: tuple[int, ...] = ()
    new: tuple[Entry, ...] = ()
    replaced: tuple[Accepted, ...] = ()


def changed(kept: Kept, change: Change, name: str) -> str:
    """The file's text after a change, new entries at its end; raises Misuse for too many.

    What else stands in it stays. Where its entries are no tables, the file is written anew, unless
    comments would be lost: then it raises Misuse.
    """
    out, new = frozenset(change.gone), change.new
    left = [one for number, one in enumerate(kept.entries) if number not in out]
    wanted = (*left, *new)
    text = _without(kept, out).rstrip("\n")
    blocks = [text, *map(written, new)] if text else [HEAD, *map(written, new)]
    edited = "\n".join(block.rstrip("\n") + "\n" for block in blocks)
    with contextlib.suppress(Misuse):
        if read(name, edited).entries == wanted:
            return edited
    if lost := [line for line, words in comments(kept.text) if words not in HEAD]:
        raise Misuse(
            f"{name}, line {lost[0]}: this comment would be lost, since entries are not tables: "
            "write each as [[accepted]], [[dismissed]] or [[ticked]], with its keys under it"
        )
    anew = "\n".join([HEAD, *map(written, wanted)])
    read(name, anew)
    return anew


def _tells(name: str, value: object) -> bool:
    """True for what the reader would not take for granted."""
    return bool(value) and (name, value) != ("occurrence", 1)


def _without(kept: Kept, gone: frozenset[int]) -> str:
    """The text without the tables of these entries, and the comments right over them."""
    rows = kept.text.split("\n")
    starts = [_start(rows, line) for line in kept.lines]
    ends = [*starts[1:], len(rows)]
    out = {row for number in gone for row in range(starts[number], ends[number])}
    return "\n".join(row for at, row in enumerate(rows) if at not in out)


def _start(rows: Sequence[str], line: int) -> int:
    """The row, from 0, at which a table with the comments right over it begins."""
    at = max(line - 1, 0)
    while at > 0 and rows[at - 1].lstrip().startswith("#"):
        at -= 1
    return at
