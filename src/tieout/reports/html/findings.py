"""The panel over the document: what differs, leads, and what rounds."""

from collections.abc import Iterator

from tieout.model.workpaper import Workpaper
from tieout.reports._blamed import Told, together
from tieout.reports._groups import Finding, counts, findings
from tieout.reports._leads import INTRODUCTION, Lead, heading, leads
from tieout.reports._understood import silence
from tieout.reports._words import LEAD, SIGNS, roundings
from tieout.reports.html.markup import safe
from tieout.reports.html.workings import Workings, rule

_OPEN = 12
"""Findings shown in full at once; the rest open at a click."""
_OPEN_LEADS = 3


class Panel:
    """The panel of a workpaper."""

    def __init__(self, workpaper: Workpaper, workings: Workings) -> None:
        """The panel of this workpaper."""
        self._workpaper, self._workings = workpaper, workings

    def sections(self) -> Iterator[str]:
        """Findings, and leads apart from them."""
        yield self._findings()
        yield self._leads()

    def _findings(self) -> str:
        """Every finding in full, errors before warnings."""
        found = findings(self._workpaper)
        if not found:
            way, sentence = silence(self._workpaper)
            words = safe(f"{SIGNS[way]} {sentence}")
            return f'<section class="findings none {way}"><h2>{words}</h2></section>'
        words = f"{SIGNS['differs']} {counts(found)}"
        told = together(self._workpaper, found, self._workings.places)
        cards = "".join(
            self._card(one, "open" if number < _OPEN else "") for number, one in enumerate(told)
        )
        return f'<section class="findings"><h2>{words}</h2>{cards}</section>'

    def _card(self, told: Told, opened: str) -> str:
        """One finding: its sentence, its place, its computation; or those of one figure."""
        kind = "" if told.severity == "error" else '<b class="warning">warning</b> '
        if told.suspects:
            inside = "".join(self._blamed(told))
        elif told.first.is_column:
            inside = self._moves(told.first)
        else:
            inside = self._workings.entry(told.first.first)
        return (
            f'<details class="card {told.severity}" {opened}>'
            f"<summary>{kind}{safe(told.sentence)}</summary>{inside}</details>"
        )

    def _blamed(self, told: Told) -> Iterator[str]:
        """The figures that would explain several findings; then each of these by itself."""
        for one in told.suspects:
            place = self._workings.at(one.ref)
            yield place if len(told.suspects) == 1 else _if(place, one.wanted)
        for finding in told.findings:
            entry = self._workings.entry(finding.first)
            kind = "" if finding.severity == "error" else '<b class="warning">warning</b> '
            yield f"<h3>{kind}{safe(finding.sentence)}</h3>{entry}"

    def _moves(self, finding: Finding) -> str:
        """Every figure of a column that changed for one cause, the largest moves first."""
        rows = "".join(
            f"<tr{self._workings.named(check.subject)}>"
            f'<th scope="row">{self._workings.place(check.subject)}</th>'
            f"<td>{self._workings.link(check.subject, check.reported)}</td>"
            f"<td>{safe(check.expected)}</td>"
            f"<td>{safe(check.difference)}</td></tr>"
            for check in finding.checks
        )
        heads = "".join(
            f'<th scope="col">{word}</th>' for word in ("reported", "expected", "difference")
        )
        head = f'<tr><th scope="col">figure</th>{heads}</tr>'
        return (
            f'<table class="moves"><thead>{head}</thead><tbody>{rows}</tbody></table>'
            f"{rule(finding.first)}"
        )

    def _leads(self) -> str:
        """Every lead, the likeliest first, apart from the findings."""
        found = leads(self._workpaper)
        if not found:
            return ""
        words = f"{LEAD} {heading(self._workpaper)}"
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
            entries = "".join(self._workings.entry(one) for one in lead.others)
            more = f'<details class="also"><summary>{lead.more}</summary>{entries}</details>'
        return (
            f'<details class="card lead" {opened}><summary>{safe(sentence)}</summary>'
            f"{self._workings.entry(check)}{more}</details>"
        )

    def notes(self) -> str:
        """The figures that only rounding explains."""
        notes = self._workpaper.notes
        if not notes:
            return ""
        lines = "".join(self._workings.entry(check) for check in notes)
        title = roundings(self._workpaper)
        return f'<details class="notes"><summary><h2>{title}</h2></summary>{lines}</details>'


def _if(place: str, wanted: str) -> str:
    """A figure's place, with what it would be."""
    return f'{place}<p class="why">if it were {safe(wanted)}</p>'
