"""The working of a check, written out: formula, difference, ground, operands and rule."""

from collections.abc import Iterator

from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._ground import grounds
from tieout.reports._leads import Told, told
from tieout.reports._places import Places
from tieout.reports._words import ENDINGS, LEAD, SIGNS
from tieout.reports.html.formulas import pieces
from tieout.reports.html.markup import safe

_EXCERPT = 90


class Workings:
    """The workings of a workpaper, each written once: later tellings of a figure have no id."""

    def __init__(self, workpaper: Workpaper, places: Places) -> None:
        """The workings of this workpaper."""
        self._workpaper, self.places = workpaper, places
        self._told: set[int] = set()

    def entry(self, check: Check) -> str:
        """The entry of a check's figure: its place, and the check; the first has all its checks."""
        ref = check.subject
        name = self.named(ref)
        body = f"{self.at(ref)}{self.check(check)}"
        if name:
            own = (
                self._workpaper.checks[one] for one in self._workpaper.endings[ref.figure].checks
            )
            body += "".join(
                f"<h3>{_heading(one)}</h3>{self.check(one)}"
                for one in own
                if one.subject == ref and one is not check
            )
        return f'<div class="w"{name}>{body}</div>'

    def named(self, ref: Ref) -> str:
        """The attribute that makes a telling of a figure its entry; empty for a later one."""
        if ref.document != 0 or ref.figure in self._told:
            return ""
        self._told.add(ref.figure)
        return f" id=w{ref.figure}"

    def untested(self, number: int) -> str:
        """The entry of a figure that is not tested: where it stands and what it is of."""
        ref = Ref(0, number)
        words = safe(self.places.text(ref))
        return f"<li{self.named(ref)}><a href=#f{number}>{words}</a> {self.place(ref)}</li>"

    def check(self, check: Check) -> str:
        """One check: what it found, the formula, the ground, the operands, the rule."""
        amounts = [("reported", check.reported), ("expected", check.expected)]
        if check.outcome in ("rounds", "differs") or check.is_lead:
            amounts.append(("difference", check.difference))
        listed = "".join(
            f"<div><dt>{name}</dt><dd>{safe(amount)}</dd></div>"
            for name, amount in amounts
            if amount
        )
        amounts_told = f"<dl>{listed}</dl>" if listed else ""
        why = self._both_sides(check) if check.is_lead else _why(check)
        return f"{amounts_told}{self.formula(check)}{why}{self._operands(check)}{rule(check)}"

    def formula(self, check: Check) -> str:
        """The formula with its numbers, each a link to where it stands."""
        if not check.formula or len(check.operands) < 2:
            return ""
        words = "".join(
            self.link(piece) if isinstance(piece, Ref) else safe(piece)
            for piece in pieces(check, self.places.text)
        )
        return f'<p class="formula">= {words}</p>'

    def told(self, check: Check) -> Told:
        """A lead in sentences."""
        return told(check, self.places, with_bits=True)

    def link(self, ref: Ref, shown: str = "") -> str:
        """A figure, as a link to where it stands."""
        words = safe(shown or self.places.text(ref))
        return f'<a class="to" href="#{place_of(ref)}">{words}</a>'

    def at(self, ref: Ref) -> str:
        """A figure with its place."""
        return f'<p class="at">{self.link(ref)} {self.place(ref)}</p>'

    def place(self, ref: Ref) -> str:
        """What it is of and where it stands; the words around it where that says little."""
        words = ", ".join(self.places.called(ref))
        is_known = self.places.place(ref).row or self.places.caption(ref)
        if ref.document != 0 or not is_known:
            words += f": {self.places.excerpt(ref, _EXCERPT).quoted}"
        return safe(words)

    def _both_sides(self, check: Check) -> str:
        """Why a lead may be wrong and why right, and what would settle it."""
        sides = self.told(check).sides
        lines = "".join(f"<li><b>{name}:</b> {safe(side)}</li>" for name, side in sides)
        return f'<ul class="sides">{lines}</ul>'

    def _operands(self, check: Check) -> str:
        """The figures the check rests on."""
        refs = dict.fromkeys(one.ref for one in check.operands)
        lines = "".join(f"<li>{self._operand(ref)}</li>" for ref in refs)
        return f'<ol class="operands">{lines}</ol>' if lines else ""

    def _operand(self, ref: Ref) -> str:
        """One of them, with its place."""
        return f"{self.link(ref)} <span>{self.place(ref)}</span>"


def bound(workpaper: Workpaper) -> Iterator[Ref]:
    """Every figure of another document that a check speaks of."""
    for check in workpaper.checks:
        for ref in (check.subject, *(one.ref for one in check.operands)):
            if ref.document != 0:
                yield ref


def place_of(ref: Ref) -> str:
    """The id of a figure as drawn."""
    return f"f{ref.figure}" if ref.document == 0 else f"d{ref.document}f{ref.figure}"


def rule(check: Check) -> str:
    """The rule of a check, as a link to its page."""
    return (
        f'<p class="by"><a href="#{safe(check.rule)}"><b>{safe(check.tick)}</b> '
        f"{safe(check.rule)} {safe(check.name)}</a></p>"
    )


def _why(check: Check) -> str:
    """What a rounding rests on or a test lacks, and why a finding is believed."""
    reason = f'<p class="why">{safe(check.reason)}</p>' if check.reason else ""
    if said := grounds(check, with_bits=True):
        reason += f'<p class="ground"><b>Believed because</b> {safe(said)}</p>'
    return reason


def _heading(check: Check) -> str:
    """How a check came out."""
    if check.is_lead:
        return f"{LEAD} lead"
    return f"{SIGNS[check.outcome]} {ENDINGS[check.outcome]}"
