"""A book to the files of its filing: composed, read back, checked, and only then written."""

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
from tieout.files import is_left_over, put_in_folder
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
    """The files stand in a folder that is new, empty, or holds an earlier filing of the book.

    Each takes the place of the earlier one of its name when all of them are on the disk, and what
    only the earlier filing had is gone then; raises Misuse where they cannot be written.
    """
    earlier = _earlier(made, folder)
    try:
        put_in_folder(folder, made.files, sorted(earlier - made.files.keys()))
    except OSError as reason:
        raise Misuse(f"{folder} cannot be written: {reason.strerror or reason}") from None


def _earlier(made: Composed, folder: Path) -> set[str]:
    """The files of an earlier filing of the book, by name.

    Raises Misuse for a folder with anything else in it: no one's notes are among a filing's files,
    or gone with the earlier one's, that only begin like our names.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Misuse(f"{folder} is no folder: give the name of one, or of one to be made")
    if not folder.exists():
        return set()
    names = names_of(made.telling.book)
    suffixes = [output(name).SUFFIX for name in formats()]
    own = {*made.files, names.cover_schema, names.submission}
    own |= {name for suffix in suffixes for name in (names.form(suffix), names.release(suffix))}
    try:
        found = {one.name: one for one in folder.iterdir()}
    except OSError as reason:
        raise Misuse(f"{folder} cannot be read: {reason.strerror or reason}") from None
    if others := sorted(name for name in found.keys() - own if not is_left_over(name)):
        raise Misuse(
            f"{folder} holds {others[0]!r}, which is not of this filing: give a new folder"
        )
    for name, one in sorted(found.items()):
        if one.is_symlink() or not one.is_file():
            raise Misuse(f"{folder} holds {name!r}, which is no file: give a new folder")
    return set(found)


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
