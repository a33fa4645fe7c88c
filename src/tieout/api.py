"""What Python callers use: documents by path or as bytes, read and checked."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tieout import engine
from tieout.errors import Misuse
from tieout.readers import LARGEST
from tieout.sources import within

if TYPE_CHECKING:
    from tieout.accepted.keeping import Change
    from tieout.accepted.reading import Kept
    from tieout.model.workpaper import Release, Workpaper

Source: TypeAlias = "str | os.PathLike[str] | bytes"
"""A document: the path of its file, or its bytes."""


def read(source: Source, *, name: str = "") -> "Release":
    """The document understood, not yet checked: what it is, its statements, facts and claims.

    `name` is what reports call it; by default its file's name. Raises Unreadable, whose message
    names the document and the remedy, and OSError for a file that cannot be opened.
    """
    if isinstance(source, bytes):
        return engine.read(name or "document", source)
    path = Path(source)
    return engine.read(name or path.name, within(path, LARGEST))


def check(
    subject: "Release | Source",
    against: "Sequence[Release | Source]" = (),
    *,
    support: "Sequence[str | os.PathLike[str]]" = (),
    accepted: "str | os.PathLike[str] | None" = None,
) -> "Workpaper":
    """The workpaper of a release: every check made, and every figure of it ended in one way.

    `against` are the filings its comparatives are tied to, in any order. Documents may be
    releases that were read, or paths and bytes to be read now; raises as `read` does. `support`
    are paths of what the figures come from: closing workbooks, CSV files, earlier workpapers.
    `accepted` is the file of what people said of it, as `accept` and `tick` write it; raises
    Misuse for it.
    """
    release = _release(subject)
    books = [
        engine.read_support(path.name, within(path, LARGEST), release)
        for path in map(Path, support)
    ]
    others = engine.others_of(release, [_release(one) for one in against])
    if accepted is not None and not Path(accepted).exists():
        raise Misuse(f"{accepted} does not exist: check the spelling")
    workpaper = engine.check(release, others, support=books)
    return workpaper if accepted is None else _held(workpaper, Path(accepted))


def accept(
    workpaper: "Workpaper",
    which: str,
    *,
    reason: str,
    by: str,
    accepted: "str | os.PathLike[str]",
    on: date | None = None,
    replace: bool = False,
) -> "Workpaper":
    """The workpaper with a difference accepted, or a lead dismissed, and the file that says so.

    `which` names it as `tieout accept` does: "RX006:104", "k17". What somebody else said of it,
    and still holds, is replaced only if `replace` is true. Raises Misuse and OSError.
    """
    from tieout.accepted.saying import accepting

    path = Path(accepted)
    kept, day = _kept(path), on or _today()
    told = accepting(workpaper, kept, which, reason=reason, by=by, on=day, replace=replace)
    _keep(path, kept, told)
    return _held(workpaper, path)


def tick(
    workpaper: "Workpaper",
    which: str,
    *,
    support: str,
    by: str,
    accepted: "str | os.PathLike[str]",
    file: "str | os.PathLike[str] | None" = None,
    on: date | None = None,
    replace: bool = False,
) -> "Workpaper":
    """The workpaper with a figure that nothing tested ticked by hand, and the file that says so.

    `which` names it as `tieout tick` does: "6.8 million", "f117"; `file` is what supports it;
    `replace` is as for `accept`. Raises Misuse and OSError.
    """
    from tieout.accepted.saying import ticking

    path, of = Path(accepted), None if file is None else Path(file)
    kept, day = _kept(path), on or _today()
    told = ticking(workpaper, kept, which, support=support, by=by, on=day, file=of, replace=replace)
    _keep(path, kept, told)
    return _held(workpaper, path)


def report(workpaper: "Workpaper", form: str, source: Source) -> bytes:
    """The report of a workpaper in a format of `tieout check`, as "html", "docx" or "pdf".

    `source` is the document that was checked: some formats are the document itself with marks in
    it. Raises Misuse for another document, and where the format cannot be made of this one.
    """
    from tieout.reports import rendered

    raw = source if isinstance(source, bytes) else within(source, LARGEST)
    return rendered(form, workpaper, raw)


def _release(one: "Release | Source") -> "Release":
    """The release itself, read where it is only named."""
    return read(one) if isinstance(one, (str, bytes, os.PathLike)) else one


def _held(workpaper: "Workpaper", path: Path) -> "Workpaper":
    """The workpaper held against what the file keeps."""
    from tieout.accepted.holding import holding

    return holding(path)(workpaper)


def _kept(path: Path) -> "Kept":
    """What the file keeps."""
    from tieout.accepted.reading import kept

    return kept(path)


def _keep(path: Path, kept: "Kept", change: "Change") -> None:
    """Writes what is kept after the change, whole or not at all."""
    from tieout.accepted.keeping import changed
    from tieout.files import in_place, put

    put({in_place(path): changed(kept, change, path.name).encode()})


def _today() -> date:
    """The day it is here."""
    from tieout.accepted.holding import today

    return today()
