"""A book started from a filing: read, turned into a book, kept in a new folder, and told of."""


def start(source: str, book: str) -> str:
    """Keeps the book of a filing in a new folder, and says what became of its figures.

    Raises Misuse for a folder that holds anything, Unreadable for a file which is not a document.
    """
    from pathlib import Path

    from tieout.cli._documents import contents
    from tieout.compose.init import started
    from tieout.compose.init.folder import keep
    from tieout.engine import read
    from tieout.harmless import on_a_line
    from tieout.readers import LARGEST

    made = started(read(*contents(source, LARGEST)))
    files = keep(made.book, Path(book))
    count = len(made.book.statements)
    sums = sum(bool(line.sum) for one in made.book.statements for line in one.lines)
    lines = [
        f"{len(files)} files in {on_a_line(book)}",
        *(f"  {name}" for name in files),
        f"{_counted(count, 'statement')}, {_counted(sums, 'total')} with the lines that make them",
        f"{_counted(made.expressions, 'figure')} of the prose are expressions, {made.standing} "
        "stand as they are ({# not tied: why #} behind each)",
        f"Compose it with: tieout write {on_a_line(book)} --output FOLDER",
    ]
    return "".join(f"{line}\n" for line in lines)


def _counted(count: int, noun: str) -> str:
    """So many of them."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
