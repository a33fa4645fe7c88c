"""tieout seal: a release, what it was checked against, and its workpaper in one archive."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from tieout.cli._accepted import accepted_option
from tieout.cli._against import against_option, support_option

if TYPE_CHECKING:
    from pathlib import Path

    from tieout.bundle.manifest import Role, Signed
    from tieout.bundle.sealing import Given, Sealed
    from tieout.model.workpaper import Release

EPILOG = """\b
Examples:
  tieout seal release.docx --against last-year.htm --preparer "Ann Lee" --output q2.tieout
  tieout seal release.docx --against last-year.htm --draft yesterday.docx --preparer "Ann Lee"
    --date 2026-11-30 --reviewer "Bo Roe" --reviewed 2026-12-01 --output q2.tieout
  tieout seal release.docx --support closing.xlsx --preparer "Ann Lee" --output q2.tieout
  tieout seal release.docx form-8k.htm script.docx --preparer "Ann Lee" --output q2.tieout
  tieout verify q2.tieout

The archive holds the documents as they are, the books behind them, what people accepted, the
workpaper as JSON and HTML, which tieout, rules and settings made it, and who prepared and reviewed
it. Write down one of the hashes that are shown: with it, 'tieout verify' knows the bundle from
every other. The same documents, names and days give the same bytes. A file that is there is never
written over.

\b
Exit status: 0 the bundle was written, whatever the check found; 2 could not run.
"""

_SUFFIXES = (".tieout", ".zip")
_TAKEN = "{} is there, and a bundle is evidence: give the new one another name"
_DAY = click.DateTime(formats=["%Y-%m-%d"])
_DAY_SHOWN = "YYYY-MM-DD"


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@against_option
@support_option
@accepted_option
@click.option("--draft", metavar="PREVIOUS", help="The previous draft of FILE.")
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: FT,TI or FT001.")
@click.option("--ignore", metavar="CODES", multiple=True, help="All rules but these.")
@click.option("--preparer", metavar="NAME", required=True, help="Who prepared the workpaper.")
@click.option(
    "--date", "prepared", type=_DAY, metavar=_DAY_SHOWN, help="On which day.  [default: today]"
)
@click.option("--reviewer", metavar="NAME", help="Who reviewed it.")
@click.option(
    "--reviewed", type=_DAY, metavar=_DAY_SHOWN, help="On which day.  [default: the same]"
)
@click.option(
    "--output", metavar="PATH", required=True, help="The bundle: a new file, in .tieout or .zip."
)
def command(
    files: tuple[str, ...],
    against: tuple[str, ...],
    support: tuple[str, ...],
    accepted: str | None,
    draft: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    preparer: str,
    prepared: datetime | None,
    reviewer: str | None,
    reviewed: datetime | None,
    output: str,
) -> int:
    """Checks each FILE ("-" for standard input), also against the others, and seals all of it."""
    from tieout.accepted.support import refuse_exchanged
    from tieout.bundle.manifest import Settings
    from tieout.bundle.sealing import sealed
    from tieout.cli._rules import chosen
    from tieout.cli._understood import understood
    from tieout.limits import finished

    _refuse_taken(output)
    rules = chosen(select, ignore)
    signed = _signed(preparer, reviewer, prepared, reviewed)
    given = _given(files, against, draft, support, accepted)
    made = sealed(given, Settings(select, ignore), rules, *signed)
    for workpaper in made.workpapers:
        understood(workpaper)
    if (folder := _folder(files[0], accepted)) is not None:
        refuse_exchanged(folder, made.workpapers)
    finished()
    _put(output, made.raw)
    _say(made, output)
    return 0


def _refuse_taken(output: str) -> None:
    """Raises Misuse for a name that is no bundle's, or where anything stands already."""
    from pathlib import Path

    from tieout.cli._streams import spare
    from tieout.errors import Misuse

    if not output.lower().endswith(_SUFFIXES):
        raise Misuse(f"{output} is not named as a bundle is: end its name in .tieout, or in .zip")
    path = Path(output)
    if path.is_symlink() or path.is_file():
        raise Misuse(_TAKEN.format(output))
    spare(output)


def _put(output: str, raw: bytes) -> None:
    """Writes the bundle where nothing stands, be it since the check began; raises Misuse."""
    from pathlib import Path

    from tieout.cli._streams import cause
    from tieout.errors import Misuse
    from tieout.files import put_new

    try:
        put_new(Path(output), raw)
    except FileExistsError:
        raise Misuse(_TAKEN.format(output)) from None
    except (OSError, ValueError) as reason:
        raise Misuse(f"{output} cannot be written: {cause(reason)}") from None


def _folder(file: str, accepted: str | None) -> "Path | None":
    """The folder of what people said, where the files stand that support it."""
    from tieout.cli._accepted import place_of

    said = place_of(file, accepted)
    return None if said is None else said.parent


def _signed(
    preparer: str, reviewer: str | None, prepared: datetime | None, reviewed: datetime | None
) -> "tuple[Signed, Signed | None]":
    """Who prepared and who reviewed, with their days; raises Misuse."""
    from tieout.bundle.manifest import signed
    from tieout.errors import Misuse

    first = prepared.date() if prepared else date.today()  # noqa: DTZ011 - the signer's own day
    if reviewer is None:
        if reviewed is not None:
            raise Misuse("--reviewed says when somebody reviewed: say who with --reviewer")
        return signed(preparer, first), None
    last = reviewed.date() if reviewed else first
    if last < first:
        raise Misuse(f"it is reviewed on {last}, before it is prepared on {first}: change a day")
    return signed(preparer, first), signed(reviewer, last)


def _given(
    files: tuple[str, ...],
    against: tuple[str, ...],
    draft: str | None,
    support: tuple[str, ...],
    accepted: str | None,
) -> "list[Given]":
    """The files' bytes, each with what it is; raises Misuse or Unreadable."""
    from tieout.bundle.sealing import Given
    from tieout.cli._accepted import is_there, place_of
    from tieout.cli._against import documents_of, is_database
    from tieout.cli._documents import contents
    from tieout.engine import read
    from tieout.errors import Misuse
    from tieout.readers import LARGEST

    if draft is not None and len(files) > 1:
        raise Misuse("--draft is the previous draft of one FILE: seal that one by itself")
    wanted: list[tuple[Role, str]] = [("subject", one) for one in files]
    wanted += (("against", one) for one in against)
    if draft is not None:
        wanted.append(("draft", draft))
    wanted += (("support", one) for one in support)
    said = place_of(files[0], accepted)
    if accepted is None:
        _refuse_others(files, said)
    if said is not None and (accepted is not None or is_there(said)):
        wanted.append(("accepted", str(said)))
    if [path for _, path in wanted].count("-") > 1:
        raise Misuse("standard input can be given only once: give the other files by name")
    for _, path in wanted:
        if is_database(path):
            raise Misuse(f"{path} is a store, and a bundle holds documents: give their files")
    given: list[Given] = []

    def subject() -> "Release":
        return read(given[0].name, given[0].content)

    for role, path in wanted:
        is_against = role == "against"
        found = documents_of(path, subject) if is_against else [contents(path, LARGEST)]
        given += (Given(role, *one) for one in found)
    return given


def _refuse_others(files: tuple[str, ...], said: "Path | None") -> None:
    """Raises Misuse where another accepted.toml than that one stands beside a file."""
    from os.path import realpath

    from tieout.cli._accepted import is_there, place_of
    from tieout.errors import Misuse

    for file in files[1:]:
        other = place_of(file, None)
        if other is None or not is_there(other):
            continue
        if said is None or realpath(other) != realpath(said):
            raise Misuse(
                f"{other} is not what people said of {files[0]}, and a bundle holds one such file: "
                f"say which with --accepted, or seal {file} by itself"
            )


def _say(made: "Sealed", output: str) -> None:
    """What was sealed and found, and the hashes to write down."""
    from tieout.bundle.sealing import hashed
    from tieout.cli._streams import deliver
    from tieout.harmless import on_a_line
    from tieout.reports._words import counted

    about = made.manifest
    signed = f"prepared by {about.preparer.name} on {about.preparer.date}"
    if about.reviewer is not None:
        signed += f", reviewed by {about.reviewer.name} on {about.reviewer.date}"
    found = counted(sum(len(one.findings) for one in made.workpapers), "finding")
    lines = [
        f"{output}: {len(about.members) + 1} members, {found}; {signed}",
        "Write down one of these, for 'tieout verify --sha256':",
        f"  {hashed(made.raw)}  the bundle",
        f"  {made.manifest_sha256}  its manifest",
    ]
    deliver("".join(f"{on_a_line(line)}\n" for line in lines).encode("utf-8", "replace"), None)
