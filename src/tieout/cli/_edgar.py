"""EDGAR on the command line: its options, and filings named where a file could be."""

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tieout.edgar.client import Edgar
    from tieout.model.workpaper import Release

_KEPT = "tieout.edgar."
_ASKING = 512 * 2**20
"""Bytes that asking over the network may take, beside documents: of the largest filing, its pieces
and the whole."""


def _keep(context: click.Context, option: click.Parameter, value: object) -> None:
    """Keeps what an option says for whoever asks EDGAR in this command."""
    if value and option.name:
        context.meta[_KEPT + option.name] = "1" if value is True else str(value)


_OPTIONS = (
    click.option(
        "--archive",
        metavar="DIR",
        expose_value=False,
        callback=_keep,
        help="Where filings of EDGAR are kept.  [default: TIEOUT_ARCHIVE, or a folder of yours]",
    ),
    click.option(
        "--offline",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Ask nobody: filings come from the archive alone.",
    ),
    click.option(
        "--contact",
        metavar="WHO",
        expose_value=False,
        callback=_keep,
        help="Your name and e-mail address, which EDGAR asks for.  [default: TIEOUT_CONTACT]",
    ),
)


def edgar_options(command: "Callable[..., int]") -> "Callable[..., int]":
    """The command with the options of every command that may ask EDGAR."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@contextlib.contextmanager
def edgar() -> "Iterator[Edgar]":
    """EDGAR, as the options of this command and the environment say; raises Misuse."""
    from tieout.cli._streams import tell
    from tieout.edgar import settings
    from tieout.edgar.client import Edgar
    from tieout.limits import allow, finished

    variables = {"archive": settings.ARCHIVE, "offline": settings.OFFLINE}
    variables["contact"] = settings.CONTACT
    context = click.get_current_context(silent=True)
    meta = {} if context is None else context.meta
    told = {name: meta[_KEPT + key] for key, name in variables.items() if _KEPT + key in meta}
    allow(_ASKING)
    finished()  # how long the network takes is no fault of a document's
    with contextlib.suppress(ImportError):  # who asks the network without it is refused then
        from stamina.instrumentation import set_on_retry_hooks

        set_on_retry_hooks(())  # what it would log or print of every retry, `tell` hears
    with Edgar(settings.settings({**os.environ, **told}), tell) as opened:
        yield opened


def filing_at(path: str) -> tuple[str, bytes] | None:
    """The name and bytes of the release in the filing named so; None for what names no filing."""
    from tieout.cli._streams import tell
    from tieout.edgar.names import filing_named

    named = filing_named(path)
    if named is None:
        return None
    from tieout.edgar.exhibits import part

    with edgar() as opened:
        cut = part(named, opened.filing(named.accession))
    if cut.others and not named.part:
        others = " and ".join(cut.others)
        tell(
            f"{named.accession} holds {cut.type}, which is taken, and {others}: "
            f"for another, write {named.accession}:{cut.others[0]}"
        )
    return cut.name, cut.raw


def filings_named(path: str, subject: "Callable[[], Release]") -> list[tuple[str, bytes]] | None:
    """The documents of EDGAR that a name of `--against` stands for; None for what names none.

    A company's are the releases of the quarter before the subject's and of the year before, named
    on standard error; a filing's are its form and exhibits 99.
    """
    from tieout.cli._streams import tell
    from tieout.edgar.names import filing_named, is_company
    from tieout.errors import Misuse

    named = filing_named(path)
    if named is not None:
        from tieout.edgar.exhibits import part, whole

        with edgar() as opened:
            raw = opened.filing(named.accession)
        cut = part(named, raw) if named.part else whole(named.accession, raw)
        return [(cut.name, cut.raw)]
    if not is_company(path):
        return None
    try:
        found = _earlier(path, subject())
    except Misuse as reason:
        raise Misuse(f"{path} is no file here; as a company of EDGAR's: {reason}") from None
    for sentence in found[1]:
        tell(sentence)
    return found[0]


def _earlier(path: str, subject: "Release") -> tuple[list[tuple[str, bytes]], list[str]]:
    """The company's releases before the subject's, and sentences that say which they are."""
    from tieout.edgar.earlier import earlier, wanted
    from tieout.model.period import Period
    from tieout.model.registrant import registrant

    quarters = wanted(subject)
    with edgar() as opened:
        found = earlier(opened, opened.company(path), subject)
    told = []
    for quarter in quarters:
        one = next((one for one in found if one.wanted == quarter), None)
        which = f"{quarter.words} (ended {Period(quarter.end).spoken()})"
        if one is None:
            told.append(f"{path} has no release of {which} on EDGAR")
            continue
        filed = f"{one.listed.form} filed {Period(one.listed.filed).spoken()}"
        told.append(f"against {one.listed.accession}, {filed}: release of {which}")
    ours, theirs = registrant(subject), [registrant(one.release) for one in found]
    if not all(map(ours.may_be, theirs)):
        told.append(f"{subject.document.name} is of {ours.name}, and {path} is {theirs[0].name}")
    return [(one.release.document.name, one.raw) for one in found], told
