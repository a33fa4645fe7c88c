"""tieout edgar: filings fetched into an archive of your own, and the current feed followed."""

import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import click

from tieout.cli._edgar import edgar, edgar_options
from tieout.cli._streams import deliver, tell
from tieout.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tieout.edgar.client import Edgar
    from tieout.edgar.listed import Listed
    from tieout.edgar.watching import Seen

EPILOG = """\b
Examples:
  tieout edgar get CPST --form 8-K --item 2.02 --since 2006
  tieout edgar get 0001104659-07-080000
  tieout edgar watch --once
  tieout check 0001104659-07-080000
  tieout check draft.docx --against CPST

EDGAR answers only to who gives a name and an e-mail address: --contact 'Ann Lee ann@example.com',
or TIEOUT_CONTACT in the environment. It gets that, and which filings you want, and nothing else.
At most nine requests a second are sent, counted over all your processes. TIEOUT_EDGAR leads to a
mirror, TIEOUT_EDGAR_BAN says for how many seconds nothing is asked after a refusal: docs/edgar.md.
"""

_DAY = pattern(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_IN_VAIN = 3
"""Filings in a row that cannot be had: then the others cannot be either."""


@click.group(epilog=EPILOG)
def command() -> None:
    """Fetches filings of EDGAR into an archive, and follows what is filed."""


class _Day(click.ParamType[date]):
    """A day, or the first or last day of a month or a year."""

    name = "day"

    def __init__(self, *, is_last: bool) -> None:
        """Which of the days."""
        self.is_last = is_last

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day."""
        from tieout.model.period import day_of, month_end

        if isinstance(value, date):
            return value
        found = _DAY.match(value)
        year, month, day = (
            (int(one) if one else 0 for one in found.groups()) if found else (0, 0, 0)
        )
        made = day_of(year, month or (12 if self.is_last else 1), day or 1)
        if made is None:
            self.fail(f"{value!r} is no day: write 2006, 2006-05 or 2006-05-31", param, ctx)
        return month_end(made) if self.is_last and not day else made


@command.command(
    epilog="""\b
Examples:
  tieout edgar get CPST --form 8-K --item 2.02 --since 2006
  tieout edgar get 1009759 AAPL --item 2.02 --since 2020-01 --until 2020-06 --limit 4
  tieout edgar get 0001104659-07-080000
  tieout batch $(tieout edgar get CPST --item 2.02) --output checked.jsonl

Each line is the file of a filing, the latest first. What the archive has is not fetched again, so
that a run that was stopped goes on where it was; a damaged file is named and fetched anew.

\b
Exit status: 0 all are in the archive, 1 some are not, 2 none is, or it could not run.
"""
)
@click.argument("names", nargs=-1, required=True, metavar="COMPANY|NUMBER...")
@click.option(
    "--form", "forms", multiple=True, default=("8-K",), show_default=True, metavar="FORM",
    help="The form, as 8-K/A; may be repeated.",
)  # fmt: skip
@click.option(
    "--item", "items", multiple=True, metavar="ITEM",
    help="Only with one of these items; 2.02 is also item 12, as it was called until August 2004.",
)  # fmt: skip
@click.option(
    "--since", type=_Day(is_last=False), metavar="DAY", help="Filed on that day or later."
)
@click.option("--until", type=_Day(is_last=True), metavar="DAY", help="Filed by that day.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="The latest N of each company.")
@edgar_options
def get(
    names: tuple[str, ...],
    forms: tuple[str, ...],
    items: tuple[str, ...],
    since: date | None,
    until: date | None,
    limit: int | None,
) -> int:
    """Fetches filings, by ticker, company number (CIK) or accession number."""
    from tieout.edgar.names import filing_named
    from tieout.edgar.refusals import Unreachable
    from tieout.errors import Misuse, TieoutError

    with edgar() as opened:
        wanted: dict[str, int | None] = {}
        for name in names:
            named = filing_named(name)
            if named is not None:
                wanted[named.accession] = None
                continue
            found = opened.filings(opened.company(name), since, until)
            chosen = [one for one in found if one.form in forms and _has(one, items)][:limit]
            if not chosen:
                tell(f"{name} has no such filing on EDGAR")
            wanted.update((one.accession, one.cik) for one in chosen)
        files: list[str] = []
        failures = 0
        # Where a terminal shows the bar, the lines come when it is gone.
        is_drawn = sys.stdout is not None and sys.stdout.isatty()
        for accession, company in _watched(list(wanted.items())):
            try:
                opened.filing(accession, company)
            except TieoutError as reason:
                tell(f"{accession} is not in the archive: {reason}")
                failures = failures + 1 if isinstance(reason, Unreachable) else 0
                if failures == _IN_VAIN and not opened.settings.is_offline:
                    tell("EDGAR does not answer: run the command again to go on from here")
                    break
                continue
            failures = 0
            files.append(str(opened.archive.path(accession)))
            if not is_drawn:
                _show(files[-1:])
        if is_drawn:
            _show(files)
        if wanted and not files:
            raise Misuse("none of the filings is in the archive")
    return int(len(files) < len(wanted))


def _show(files: "Sequence[str]") -> None:
    """Each file on a line."""
    deliver("".join(f"{one}\n" for one in files).encode("utf-8", "surrogateescape"), None)


def _has(one: "Listed", items: "Sequence[str]") -> bool:
    """True for a filing with one of the items, or where none is asked for."""
    from tieout.edgar.earlier import RESULTS

    asked = set(items) | (RESULTS if not RESULTS.isdisjoint(items) else set())
    return not asked or not asked.isdisjoint(one.items)


def _watched(
    wanted: "list[tuple[str, int | None]]",
) -> "Iterable[tuple[str, int | None]]":
    """The same, with a bar on standard error that shows how far they are."""
    if len(wanted) < 2 or sys.stderr is None or not sys.stderr.isatty():
        return wanted
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(wanted, "Fetching", console=console, transient=True)


@command.command(
    epilog="""\b
Examples:
  tieout edgar watch
  tieout edgar watch --once >> tonight.txt

One line a filing: its form, who filed it, what differs, and where to read it; of an amendment
(8-K/A) also what it changed, and which rules found that in the original. What was shown once is not
shown again: the archive remembers it.

\b
Exit status with --once: 0 nothing differs in what is new, 1 something does, or could not be
checked, 2 could not run. Without it, it goes on until it is stopped.
"""
)
@click.option("--once", is_flag=True, help="Only what is new now; for scripts.")
@click.option(
    "--every", type=click.IntRange(10, 86_400), default=60, show_default=True, metavar="SECONDS",
    help="How often to look.",
)  # fmt: skip
@edgar_options
def watch(*, once: bool, every: int) -> int:
    """Fetches and checks each new 8-K and 8-K/A with results, as it is filed."""
    from tieout.edgar.refusals import Unreachable
    from tieout.edgar.watching import Seen

    with edgar() as opened:
        seen = Seen(opened.settings.archive)
        if once:
            return int(_new(opened, seen))
        while True:
            try:
                _new(opened, seen)
            except Unreachable as reason:
                tell(f"{reason}: trying again in {every} seconds")
            time.sleep(every)


def _new(opened: "Edgar", seen: "Seen") -> bool:
    """Shows what is new; True where something differs in it, or could not be checked."""
    from tieout.edgar.spoken import failed, sized, spoken
    from tieout.edgar.watching import fresh, given
    from tieout.workers import outcomes

    is_open = False
    for one in given(opened, fresh(opened, seen), seen):
        for told in outcomes(spoken, failed, sized, [one], 1):
            if not deliver(f"{told.line}\n".encode("utf-8", "replace"), None):
                raise SystemExit  # and nobody is there to be told more
            is_open |= told.is_open
        seen.add(one.accession)
    return is_open
