"""A book to the files of its filing: composed, read back, checked, and only then written."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tieout.compose import footing
from tieout.compose.blocks import Table
from tieout.compose.book import Book, Statement
from tieout.compose.form_8k import form_pages, form_piece
from tieout.compose.names import Names, names_of
from tieout.compose.narrative import Telling, tell
from tieout.compose.outputs import formats, output
from tieout.compose.provenance import expressions
from tieout.compose.release import release_piece
from tieout.compose.statements import laid_out
from tieout.compose.submission import Part, submission
from tieout.engine import check, read
from tieout.errors import Misuse
from tieout.model.workpaper import Workpaper
from tieout.xbrl import package


class Composed(Struct, frozen=True):
    """A filing composed and read back: its files, and the workpaper of each document by name.

    `footed` is how many totals of the statements were summed.
    """

    telling: Telling
    files: dict[str, bytes]
    workpapers: dict[str, Workpaper]
    footed: int

    @property
    def findings(self) -> tuple[str, ...]:
        """What differs, once with the documents that say it; empty where every figure ties."""
        said: dict[str, list[str]] = {}
        for name, workpaper in self.workpapers.items():
            for finding in workpaper.findings:
                names = said.setdefault(finding.message or finding.reason, [])
                if name not in names:
                    names.append(name)
        return tuple(f"{', '.join(names)}: {message}" for message, names in said.items())

    @property
    def ticked(self) -> int:
        """How many figures of the release a check ticked, in the document with most of them."""
        counts = [paper.coverage["agrees"] for paper in self.workpapers.values()]
        return max(counts, default=0)


def composed(book: Book, chosen: Sequence[str] = ()) -> Composed:
    """The filing of a book in the formats chosen, by default all; raises Misuse for a bad book."""
    footed = footing.verify(book)
    telling = tell(book, _laid_out)
    names = names_of(book)
    wanted = tuple(dict.fromkeys(chosen or formats()))
    documents = _documents(telling, names, wanted)
    workpapers = {name: check(read(name, raw)) for name, raw in documents.items()}
    release = workpapers[names.release(output(wanted[0]).SUFFIX)].releases[0]
    files = {
        name: raw for name, raw in _files(telling, names, wanted).items() if name not in documents
    }
    beside = package(release, f"{names.stem}_ex99-1")
    files |= {f"{names.stem}_expressions.json": expressions(telling), **beside}
    return Composed(telling, {**documents, **files}, workpapers, footed)


def write(made: Composed, folder: Path) -> None:
    """Writes all files into a folder that is new, empty, or holds an earlier filing of the book.

    They are written beside it first and take its place together; raises Misuse where they cannot.
    """
    _require_free(made, folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as reason:
        raise Misuse(f"{folder} cannot be written: {reason.strerror or reason}") from None
    try:
        new = beside / "new"
        new.mkdir()
        for name, content in made.files.items():
            (new / name).write_bytes(content)
        if folder.exists():
            folder.rename(beside / "old")
        try:
            new.rename(folder)
        except OSError:
            if (beside / "old").exists():
                (beside / "old").rename(folder)
            raise
    except OSError as reason:
        raise Misuse(f"{folder} cannot be written: {reason.strerror or reason}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _require_free(made: Composed, folder: Path) -> None:
    """Raises Misuse for a folder with anything in it but files that a filing of the book has.

    Whatever stands in the folder is gone when the filing takes its place: no one's notes are, that
    only begin like our names.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Misuse(f"{folder} is no folder: give the name of one, or of one to be made")
    if not folder.exists():
        return
    names = names_of(made.telling.book)
    suffixes = [output(name).SUFFIX for name in formats()]
    own = {*made.files, names.cover_schema, names.submission}
    own |= {name for suffix in suffixes for name in (names.form(suffix), names.release(suffix))}
    try:
        others = sorted(one.name for one in folder.iterdir() if one.name not in own)
    except OSError as reason:
        raise Misuse(f"{folder} cannot be read: {reason.strerror or reason}") from None
    if others:
        raise Misuse(
            f"{folder} holds {others[0]!r}, which is not of this filing: give a new folder"
        )


def _laid_out(statement: Statement, book: Book) -> Table:
    """The statement as a table."""
    return laid_out(statement, book.style)


def _documents(telling: Telling, names: Names, wanted: Sequence[str]) -> dict[str, bytes]:
    """The documents by file name: the release in every format, the form, and the submission."""
    book = telling.book
    release = release_piece(telling)
    documents: dict[str, bytes] = {}
    for name in wanted:
        renderer = output(name)
        documents[names.release(renderer.SUFFIX)] = renderer.render(release, book)
        if book.form is not None and name != "html":
            documents[names.form(renderer.SUFFIX)] = renderer.render(form_piece(book), book)
    if book.form is not None and "html" in wanted:
        pages = form_pages(book, names)
        form = names.form(".htm")
        documents[form] = pages[form]
        exhibit = names.release(".htm")
        parts = [
            Part("8-K", form, "Form 8-K", pages[form]),
            Part("EX-99.1", exhibit, release.description, documents[exhibit]),
        ]
        documents[names.submission] = submission(book, parts)
    return documents


def _files(telling: Telling, names: Names, wanted: Sequence[str]) -> dict[str, bytes]:
    """The files that are no documents: the schema of the form's cover."""
    if telling.book.form is None or "html" not in wanted:
        return {}
    return form_pages(telling.book, names)
