"""Files in and reports out, with every refusal said as a sentence."""

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TextIO

import click

from tieout.errors import Misuse
from tieout.harmless import in_json, on_a_line, shown
from tieout.limits import finished

COULD_NOT_RUN = 2
INTERRUPTED = 130

STANDARD_INPUT = "standard input"

force_option = click.option(
    "--force", is_flag=True, help="Write over a file that tieout did not write."
)

_WIDEST = 160
_NARROWEST = 40
_USUAL = 80


def deliver(
    report: bytes,
    output: str | None,
    form: str = "terminal",
    said: "Callable[[], str] | None" = None,
) -> bool:
    """Writes a report to a file, whole or not at all, or to standard output; False for no reader.

    Of a file, standard output says in a line what was written. What is not drawn for a terminal
    and goes to one all the same has nothing in it that steers it.
    """
    finished()
    if output is None or output == "-":
        return _to_standard_output(report, form)
    place({output: _ended(report) if form == "summary" else report})
    if said is not None:
        say_written(output, said())
    return True


def say_written(output: str, said: str) -> None:
    """Says on standard output what was written to a file; nothing where that is one stream.

    Where it cannot be said, the file is written all the same.
    """
    is_apart = Path(output).is_file() and not _is_same_file("-", output)
    if sys.stdout is not None and is_apart:
        line = f"{on_a_line(output)}: {said}\n"
        with contextlib.suppress(Misuse):
            _to_standard_output(line.encode("utf-8", "replace"), "terminal")


def fit_for_terminal(form: str, output: str | None, is_binary: Callable[[str], bool]) -> None:
    """Raises Misuse where bytes that are no text would go to a terminal."""
    to_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    if to_terminal and is_binary(form):
        raise Misuse(f"{form} cannot be shown in a terminal: use --output FILE")


def place(files: Mapping[str, bytes]) -> None:
    """Writes files, each whole or not at all; raises Misuse."""
    from tieout.files import in_place, put

    try:
        put({in_place(Path(name)): content for name, content in files.items()})
    except (OSError, RuntimeError, ValueError) as reason:
        name = next(iter(files))
        raise Misuse(f"{name} cannot be written: {cause(reason)}") from None


def spare(output: str | None, sources: Iterable[str] = (), *, force: bool = False) -> None:
    """Raises Misuse where the output would take something of the user's, before work is done.

    That is what the report is made from, whatever name leads to it, and, unless `force`, a file
    that tieout did not write.
    """
    to_file = output is not None and output != "-"
    for source in sources:
        if _is_same_file(output or "-", source):
            name = output if to_file else "standard output"
            raise Misuse(f"{name} is what the report is made from: give the report another name")
    if output is None or not to_file:
        return
    try:
        path = Path(output)
        if path.is_dir():
            raise Misuse(f"{output} is a directory: give the name of a file in it")
        if not path.parent.is_dir():
            raise Misuse(f"{output} cannot be written: there is no folder {path.parent}")
        is_others = not force and path.is_file() and not _is_ours(path)
    except (OSError, ValueError) as reason:
        raise Misuse(f"{output} cannot be written: {cause(reason)}") from None
    if is_others:
        raise Misuse(
            f"{output} is there, and nothing in it says that tieout wrote it: "
            "give another name, or write over it with --force"
        )


def of_a_store(path: str) -> tuple[str, str]:
    """The files of a store: its own, and the one beside it that the database may have at work."""
    return path, f"{path}.wal"


def _ended(report: bytes) -> bytes:
    """A summary that shows whether anybody has edited it since."""
    from tieout.readers.ours import ended

    return ended(report)


def _is_ours(path: Path) -> bool:
    """True for a file that tieout wrote."""
    from tieout.readers.ours import is_ours

    return is_ours(path)


def _is_same_file(one: str, other: str) -> bool:
    """True where both names lead to one file that is no device; "-" leads where it is sent."""
    first, second = _found(one, 1), _found(other, 0)
    if first is not None and second is not None:
        return os.path.samestat(first, second)
    try:
        return "-" not in (one, other) and os.path.realpath(one) == os.path.realpath(other)
    except (OSError, ValueError):
        return False


def _found(name: str, number: int) -> os.stat_result | None:
    """The file of a name, or of a stream of that number for "-"; None where it is no file."""
    try:
        found = os.fstat(number) if name == "-" else Path(name).stat()
    except (OSError, ValueError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def _to_standard_output(report: bytes, form: str) -> bool:
    """Writes the bytes; False where the reader went away."""
    if sys.stdout is None:
        raise Misuse("standard output is closed: use --output FILE")
    if form != "terminal" and sys.stdout.isatty():
        fit = in_json if "json" in form else shown
        report = fit(report.decode("utf-8", "replace")).encode("utf-8", "replace")
    try:
        sys.stdout.buffer.write(report)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever reads the report has seen enough
        silence(sys.stdout)
        return False
    except OSError as reason:
        silence(sys.stdout)
        raise Misuse(unwritten(reason)) from None
    return True


def unwritten(reason: OSError) -> str:
    """Why standard output has not all that it should."""
    return f"standard output cannot be written: {cause(reason)}"


def tell(sentence: str) -> None:
    """Says a sentence on standard error; where nobody can hear it, in silence."""
    line = on_a_line(f"tieout: {sentence}")
    try:
        click.echo(line, err=True)
    except (OSError, ValueError):
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Sends nowhere what is left in a stream, which would be tried again at exit."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def cause(reason: Exception) -> str:
    """The system's words for what went wrong."""
    return str(getattr(reason, "strerror", None) or reason)


def terminal_width() -> int:
    """How many columns to fill: the terminal's, or COLUMNS, or 80."""
    asked = os.environ.get("COLUMNS", "")
    columns = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 0
    if not columns:  # as shutil has it, which loads every compression to say so
        with contextlib.suppress(AttributeError, OSError, ValueError):
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    return min(max(columns or _USUAL, _NARROWEST), _WIDEST)


def has_colour(*, choice: bool | None) -> bool:
    """True where colours are asked for, or standard output is a terminal that shows them."""
    if choice is not None:
        return choice
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()
