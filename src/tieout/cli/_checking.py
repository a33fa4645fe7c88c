"""A check as the command line asks for it: files read, checked, and drawn as a report."""

from typing import TYPE_CHECKING

from msgspec import Struct

from tieout.cli._accepted import honoured
from tieout.cli._against import piped_once, releases_of, support_of, with_bytes
from tieout.loading import loading
from tieout.reports import rendered

if TYPE_CHECKING:
    from tieout.model.workpaper import Workpaper


class Asked(Struct, frozen=True, gc=False):
    """What is asked for: the files, the rules, and how the report is to look."""

    file: str
    against: tuple[str, ...]
    support: tuple[str, ...]
    draft: str | None
    accepted: str | None
    form: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    leads: int | None
    width: int
    colour: bool
    is_verbose: bool
    is_strict: bool
    is_written: bool

    @property
    def files(self) -> tuple[str, ...]:
        """The documents, the one under test first."""
        return (self.file, *self.against, *([self.draft] if self.draft is not None else []))


class Report(Struct, frozen=True, gc=False):
    """A report, the exit status, and the bytes of the document.

    `refusal` says that nothing of the document was understood, and is empty where some was;
    `written` is what is said of a report that goes to a file, and empty for another.
    """

    content: bytes
    status: int
    source: bytes
    refusal: str
    written: str


def made(asked: Asked, previous: bytes | None = None) -> Report:
    """The report; `previous` is the document as it was before. Raises Misuse and Unreadable."""
    with loading():
        from tieout.cli._rules import chosen
        from tieout.cli._written import of_check
        from tieout.engine import check, read
        from tieout.model.understanding import understanding
        from tieout.reports._understood import unread

        rules = chosen(asked.select, asked.ignore)
    codes = [rule.code for rule in rules] if asked.select or asked.ignore else None
    hold = honoured(asked.file, asked.accepted, codes)
    piped_once(asked.files)
    raw, (subject, *others) = with_bytes((asked.file, *asked.against))
    before = None
    if previous is not None:
        before = read(asked.file, previous)
    elif asked.draft is not None:
        before = releases_of((asked.draft,))[0]
    books = support_of(asked.support, subject) if asked.support else ()
    workpaper = hold(check(subject, others, rules=rules, draft=before, support=books))
    content = (
        _drawn(workpaper, asked)
        if asked.form == "terminal"
        else rendered(asked.form, workpaper, raw)
    )
    of = understanding(workpaper)
    is_loose = workpaper.coverage["rounds"] > 0 or of.degree == "little"
    is_open = bool(workpaper.findings or workpaper.notices)
    status = int(is_open or (asked.is_strict and is_loose))
    written = of_check(workpaper) if asked.is_written else ""
    return Report(content, status, raw, unread(workpaper, of), written)


def _drawn(workpaper: "Workpaper", asked: Asked) -> bytes:
    """The terminal's report, fitted to the terminal."""
    from tieout.reports import terminal

    return terminal.render(
        workpaper,
        width=asked.width,
        colour=asked.colour,
        most_leads=asked.leads,
        verbose=asked.is_verbose,
    )
