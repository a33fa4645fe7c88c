"""tieout write: a release and its Form 8-K, composed from a book of figures and prose."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tieout.compose.writing import Composed

EPILOG = """\b
Examples:
  tieout write book/ --output filing/                    every format, with the Form 8-K
  tieout write book/ --output filing/ --formats html,text
  tieout write book/ --output draft/ --force             though figures differ
  tieout write --init last-quarter.htm book/             start a book from a filing

A book is a folder with book.toml (company, quarter, heading, form, style, store), figures.toml or
figures.xlsx (the statements, and figures for prose alone), and narrative.md (prose whose
numbers are expressions). Everything composed is read back and checked; nothing is written where a
figure differs.

\b
Exit status: 0 written, 1 not written because a figure differs, 2 the book is no book.
"""
_MOST_TYPED = 12


@click.command(epilog=EPILOG)
@click.argument("book")
@click.option("--output", metavar="DIR", help="The folder to write the filing to.")
@click.option("--init", "source", metavar="FILE", help="Start BOOK, a new folder, from a filing.")
@click.option("--formats", "chosen", metavar="NAMES", default="", help="Only these: html,text.")
@click.option("--force", is_flag=True, help="Write although figures differ.")
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(
    book: str,
    output: str | None,
    source: str | None,
    chosen: str,
    *,
    force: bool,
    color: bool | None,
) -> int:
    """Composes the release and the Form 8-K that BOOK, a folder, holds."""
    from pathlib import Path

    from tieout.cli._init import start
    from tieout.cli._streams import deliver, has_colour, spare
    from tieout.compose.loading import BOOK, FIGURES, NARRATIVE, WORKBOOK, load
    from tieout.compose.outputs import output as format_named
    from tieout.compose.writing import composed, write
    from tieout.errors import Misuse
    from tieout.limits import unlimited

    if source is not None:
        for name, given in (("--output", output), ("--formats", chosen), ("--force", force)):
            if given:
                raise Misuse(f"--init starts a book and composes nothing: leave {name} out")
        spare(None, [source])
        deliver(start(source, book).encode("utf-8", "replace"), None)
        return 0
    if output is None:
        raise Misuse("give --output DIR: the folder to write the filing to")
    wanted = [name.strip() for name in chosen.split(",") if name.strip()]
    for name in wanted:
        format_named(name)
    spare(None, (str(Path(book, name)) for name in (BOOK, FIGURES, NARRATIVE, WORKBOOK)))
    loaded = load(Path(book))
    unlimited()
    made = composed(loaded, wanted)
    refused = bool(made.findings) and not force
    if not refused:
        write(made, Path(output))
    colour = has_colour(choice=color)
    lines = [*_findings(made, refused=refused), *_report(made, output, refused=refused)]
    told = "".join(f"{line if colour else click.unstyle(line)}\n" for line in lines)
    deliver(told.encode("utf-8", "replace"), None)
    return int(refused)


def _findings(made: "Composed", *, refused: bool) -> list[str]:
    """What differs, and what came of it."""
    from tieout.harmless import on_a_line

    if not made.findings:
        return []
    said = "nothing is written" if refused else "written all the same"
    count = _count(len(made.findings), "finding")
    lines = [click.style(f"{count}: {said}", fg="red", bold=True)]
    lines += [f"  {on_a_line(finding)}" for finding in made.findings]
    if refused:
        lines.append("Correct the book, or write it as it is with --force.")
    return lines


def _report(made: "Composed", output: str, *, refused: bool) -> list[str]:
    """What was written, and what its figures rest on."""
    from tieout.harmless import on_a_line

    lines = []
    if not refused:
        lines.append(click.style(f"{len(made.files)} files in {on_a_line(output)}", bold=True))
        lines += [f"  {name}" for name in made.files]
    typed = made.telling.typed
    told = sum(bool(one.place) for one in made.telling.told)
    footed = _count(made.footed, "total")
    lines.append(f"{_count(told, 'figure')} printed from expressions, {footed} footed")
    if typed:
        listed = ", ".join(typed[:_MOST_TYPED])
        more = f" and {len(typed) - _MOST_TYPED} more" if len(typed) > _MOST_TYPED else ""
        lines.append(f"{_count(len(typed), 'figure')} typed by hand: {on_a_line(listed)}{more}")
    count = len(made.findings)
    differing = f"{count} differ{'s' * (count == 1)}" if count else "none differs"
    lines.append(f"checks: {_count(made.ticked, 'figure')} ticked, {differing}")
    return lines


def _count(count: int, noun: str) -> str:
    """The count with its noun: "1 figure", "2 figures"."""
    return f"{count} {noun}{'s' * (count != 1)}"
