"""The tool check: every finding and lead of a document, with its place, and what was not tested."""

from collections.abc import Iterator

from msgspec import Struct, field

from tieout import engine
from tieout.assistants.folders import Folders
from tieout.assistants.paged import Entry, cut, entry, paged
from tieout.assistants.tools import File, Files, Page
from tieout.assistants.warned import Warned
from tieout.model.check import Check
from tieout.model.workpaper import Workpaper
from tieout.reports._ground import grounds
from tieout.reports._groups import findings
from tieout.reports._leads import leads, told
from tieout.reports._unsettled import unsettled

DESCRIPTION = (
    "Proves every figure of an earnings release: what differs (findings, proven), what may be "
    "wrong (leads, not proven), and what was not tested, each with its place in words."
)

_QUOTED = 160


class Asked(Struct, frozen=True, forbid_unknown_fields=True):
    """What the tool is asked."""

    file: File
    against: Files = field(default_factory=list)
    page: Page = 1


def answer(asked: Asked, folders: Folders) -> Entry:
    """The document, the result, and a page of findings, then leads, then what was not tested."""
    warned = checked(folders, asked.file, asked.against)
    return warned.head() | paged(_entries(warned), asked.page)


def checked(folders: Folders, file: str, against: list[str]) -> Warned:
    """A document checked against the others; raises Misuse and Unreadable."""
    subject, *others = (engine.read(*one) for one in folders.contents([file, *against]))
    return Warned(engine.check(subject, others))


def _entries(warned: Warned) -> Iterator[Entry]:
    """Everything found, what matters most first."""
    paper, places = warned.workpaper, warned.places
    for finding in findings(paper):
        for check in finding.checks:
            yield _entry(warned, check, f"finding ({check.severity})", check.message)
    for lead in leads(paper):
        for check in lead.checks:
            words = told(check, places)
            yield _entry(warned, check, "lead, not proven", words.sentence)
    for check in paper.notes:
        yield _entry(warned, check, "explained by rounding", check.message or check.reason)
    yield from _untested(paper)


def _entry(warned: Warned, check: Check, kind: str, says: str) -> Entry:
    """A check in words."""
    places = warned.places
    quoted = places.excerpt(check.subject, _QUOTED)
    others = [cut(f"{places.text(one.ref)}: {places.where(one.ref)}") for one in check.operands[:8]]
    return entry(
        kind=kind,
        says=says or check.reason,
        figure=places.printed(check.subject),
        of=places.caption(check.subject),
        place=places.where(check.subject),
        quoted=f"{quoted.before}\u00bb{quoted.figure}\u00ab{quoted.after}",
        expected=check.expected,
        difference=check.difference,
        formula=check.formula,
        made_from=others,
        believed_because=grounds(check),
        rule=check.rule,
    )


def _untested(paper: Workpaper) -> Iterator[Entry]:
    """What would settle the figures that were not tested."""
    for group in unsettled(paper):
        yield entry(kind="not tested", says=group.sentence)
