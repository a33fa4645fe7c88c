"""The panel over the document: what differs, leads, what rounds, what was not tested and why."""

from collections.abc import Iterator, Sequence

from tieout.model.check import Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._groups import Finding, counts, findings
from tieout.reports._leads import INTRODUCTION, Lead, leads
from tieout.reports._understood import places, silence
from tieout.reports._words import LEAD, SIGNS, counted
from tieout.reports.html.markup import safe
from tieout.reports.html.workings import Workings

_OPEN = 12
"""Findings shown in full at once; the rest open at a click."""
_OPEN_LEADS = 3


class Panel:
    """The panel of a workpaper."""

    def __init__(self, workpaper: Workpaper, workings: Workings) -> None:
        """The panel of this workpaper."""
        self._workpaper, self._workings = workpaper, workings

    def sections(self) -> Iterator[str]:
        """Findings, leads, notes, and the untested by reason."""
        yield self._findings()
        yield self._leads()
        yield self._notes()
        yield self._untested()
        yield self._unread()

    def _findings(self) -> str:
        """Every finding in full, errors before warnings."""
        found = findings(self._workpaper)
        if not found:
            way, sentence = silence(self._workpaper)
            words = safe(f"{SIGNS[way]} {sentence}")
            return f'<section class="findings none {way}"><h2>{words}</h2></section>'
        words = f"{SIGNS['differs']} {counts(found)}"
        cards = "".join(
            self._card(one, "open" if number < _OPEN else "") for number, one in enumerate(found)
        )
        return f'<section class="findings"><h2>{words}</h2>{cards}</section>'

    def _card(self, finding: Finding, opened: str) -> str:
        """One finding: its sentence, the way to its place, its computation."""
        check = finding.first
        kind = "" if finding.severity == "error" else '<b class="warning">warning</b> '
        if finding.is_column:
            inside = self._moves(finding)
        else:
            inside = (
                f'<p class="at">{self._workings.link(check.subject)} '
                f"{self._workings.place(check.subject)}</p>{self._workings.check(check)}"
            )
        return (
            f'<details class="card {finding.severity}" {opened}>'
            f"<summary>{kind}{safe(finding.sentence)}</summary>{inside}</details>"
        )

    def _moves(self, finding: Finding) -> str:
        """Every figure of a column that changed for one cause, the largest moves first."""
        rows = "".join(
            f"<tr><th>{self._workings.place(check.subject)}</th>"
            f"<td>{self._workings.link(check.subject, check.reported)}</td>"
            f"<td>{safe(check.expected)}</td>"
            f"<td>{safe(check.difference)}</td></tr>"
            for check in finding.checks
        )
        head = "<tr><th></th><td>reported</td><td>expected</td><td>difference</td></tr>"
        return (
            f'<table class="moves"><thead>{head}</thead><tbody>{rows}</tbody></table>'
            f"{self._workings.rule(finding.first)}"
        )

    def _leads(self) -> str:
        """Every lead, the likeliest first, apart from the findings."""
        found = leads(self._workpaper)
        if not found:
            return ""
        words = f"{LEAD} {counted(len(self._workpaper.leads), 'lead')}: worth a look, not proven"
        cards = "".join(
            self._lead(one, "open" if number < _OPEN_LEADS else "")
            for number, one in enumerate(found)
        )
        return f'<section class="leads"><h2>{words}</h2><p>{INTRODUCTION}</p>{cards}</section>'

    def _lead(self, lead: Lead, opened: str) -> str:
        """One lead: its sentence, its place, both sides, what settles it, others of its cause."""
        check = lead.first
        sentence = self._workings.told(check).sentence
        more = ""
        if lead.others:
            links = ", ".join(self._workings.link(one.subject) for one in lead.others)
            more = f'<p class="also">{len(lead.others):,} more of the same cause: {links}</p>'
        return (
            f'<details class="card lead" {opened}><summary>{safe(sentence)}</summary>'
            f'<p class="at">{self._workings.link(check.subject)} '
            f"{self._workings.place(check.subject)}</p>{self._workings.check(check)}{more}"
            "</details>"
        )

    def _notes(self) -> str:
        """The figures that only rounding explains."""
        notes = self._workpaper.notes
        if not notes:
            return ""
        lines = "".join(
            f"<li>{self._workings.link(check.subject)} {safe(check.message or check.reason)}"
            f' <span class="formula">= {safe(check.formula)}</span></li>'
            for check in notes
        )
        title = f"{SIGNS['rounds']} {counted(len(notes), 'computation')} explained by rounding"
        return f'<details class="notes"><summary>{title}</summary><ul>{lines}</ul></details>'

    def _untested(self) -> str:
        """Every untested figure once, under its reason."""
        reasons = self._workpaper.untested
        if not reasons:
            return ""
        groups = "".join(self._group(reason, numbers) for reason, numbers in reasons.items())
        number = self._workpaper.coverage["not-tested"] - len(self._workpaper.ticked)
        figures = counted(number, "figure")
        title = f"{SIGNS['not-tested']} {figures} not tested, and why"
        return f'<details class="notes"><summary>{title}</summary>{groups}</details>'

    def _unread(self) -> str:
        """Tables and columns that were not understood."""
        unread = places(self._workpaper)
        if not unread:
            return ""
        lines = "".join(f"<li>{safe(message)}</li>" for message in unread)
        title = f"{counted(len(unread), 'place')} not understood"
        return f'<details class="notes"><summary>{title}</summary><ul>{lines}</ul></details>'

    def _group(self, reason: str, numbers: Sequence[int]) -> str:
        """A reason with its figures."""
        links = " ".join(self._workings.link(Ref(0, number)) for number in numbers)
        return f"<h4>{len(numbers):,}: {safe(reason)}</h4><p>{links}</p>"
