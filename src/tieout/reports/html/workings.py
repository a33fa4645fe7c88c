"""The working behind every figure: formula, operands, rule; or the reason there is none."""

from collections.abc import Iterator

from tieout.lexicon.markup import clean
from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import answered, spoken
from tieout.reports._ground import grounds
from tieout.reports._leads import Told, told
from tieout.reports._places import Places
from tieout.reports._words import ENDINGS, LEAD, SIGNS
from tieout.reports.html.markup import safe

_MOST_STANDINGS = 12
_EXCERPT = 90


class Workings:
    """The workings of a workpaper's subject."""

    def __init__(self, workpaper: Workpaper, places: Places) -> None:
        """The workings of this workpaper."""
        self._workpaper, self._places = workpaper, places
        self._answered = answered(workpaper)

    def all(self) -> Iterator[str]:
        """One working a figure; an excluded figure has none."""
        for number, ending in enumerate(self._workpaper.endings):
            if ending.outcome != "excluded":
                yield self._working(number)

    def check(self, check: Check) -> str:
        """One check: what it found, the formula, the operands, the rule."""
        amounts = [("reported", check.reported), ("expected", check.expected)]
        if check.outcome in ("rounds", "differs") or check.is_lead:
            amounts.append(("difference", check.difference))
        listed = "".join(
            f"<div><dt>{name}</dt><dd>{safe(amount)}</dd></div>"
            for name, amount in amounts
            if amount
        )
        formula = ""
        if check.formula and len(check.operands) > 1:
            formula = f'<p class="formula">= {safe(check.formula)}</p>'
        why = self._both_sides(check) if check.is_lead else _why(check)
        return f"<dl>{listed}</dl>{formula}{why}{self._operands(check)}{self.rule(check)}"

    def told(self, check: Check) -> Told:
        """A lead in sentences."""
        return told(check, self._places)

    def _both_sides(self, check: Check) -> str:
        """Why a lead may be wrong and why right, and what would settle it."""
        words = self.told(check)
        sides = (
            ("May be wrong", grounds(check, with_bits=True)),
            ("May be right", words.right),
            ("To settle it", words.settles),
        )
        lines = "".join(f"<li><b>{name}:</b> {safe(side)}</li>" for name, side in sides if side)
        return f'<ul class="sides">{lines}</ul>'

    def rule(self, check: Check) -> str:
        """The rule of a check, and how to read of it."""
        return (
            f'<p class="rule"><b>{safe(check.tick)}</b> {safe(check.rule)} {safe(check.name)}'
            f" \u00b7 <code>tieout explain {safe(check.rule)}</code></p>"
        )

    def link(self, ref: Ref, shown: str = "") -> str:
        """A figure, as a link to where it stands; one of another document, as words."""
        words = safe(shown or self._places.text(ref))
        if ref.document == 0:
            return f'<a class="to" href="#f{ref.figure}">{words}</a>'
        return f'<span class="to other">{words}</span>'

    def place(self, ref: Ref) -> str:
        """Line and caption; for another document, the words it stands among."""
        words = [self._places.line(ref), self._places.caption(ref)]
        if ref.document != 0:
            excerpt = self._places.excerpt(ref, _EXCERPT)
            words.append(f"\u201c{excerpt.before}{excerpt.figure}{excerpt.after}\u201d")
        return safe(" \u00b7 ".join(word for word in words if word))

    def _operands(self, check: Check) -> str:
        """The figures the check rests on."""
        if not check.operands:
            return ""
        lines = "".join(
            f"<li>{self.link(one.ref)} <span>{self.place(one.ref)}</span></li>"
            for one in check.operands
        )
        return f'<ol class="operands">{lines}</ol>'

    def _working(self, number: int) -> str:
        """Everything concluded about one figure."""
        ending, ref = self._workpaper.endings[number], Ref(0, number)
        checks = [self._workpaper.checks[one] for one in ending.checks]
        own = [check for check in checks if check.subject == ref]
        words = (clean(self._places.caption(ref)), self._places.line(ref))
        place = safe(" \u00b7 ".join(word for word in words if word))
        reason = f": {safe(ending.reason)}" if ending.reason else ""
        heading = _heading if len(own) > 1 else _no_heading
        bodies = "".join(
            f'<div class="k {check.outcome}">{heading(check)}{self.check(check)}</div>'
            for check in own
        )
        return (
            f'<section class="w {ending.outcome}" id="w{number}" tabindex="-1">'
            f'<a class="close" href="#f{number}" title="back to the figure (Esc)">\u00d7</a>'
            f"<h3>{safe(self._places.text(ref))}</h3>"
            f'<p class="place">{place}</p>'
            f'<p class="ending">{SIGNS[ending.outcome]} {ENDINGS[ending.outcome]}{reason}</p>'
            f"{self._said(number)}{bodies}{self._standings(ref, checks)}</section>\n"
        )

    def _said(self, number: int) -> str:
        """What a person said of the figure; nothing where nobody did."""
        if number not in self._answered:
            return ""
        told = spoken(self._answered[number], self._workpaper, self._places)
        return f'<p class="said by-people">{told.letter} {safe(told.answer)}</p>'

    def _standings(self, ref: Ref, checks: list[Check]) -> str:
        """The checks of other figures that rest on this one."""
        others = [check for check in checks if check.subject != ref]
        if not others:
            return ""
        lines = "".join(
            f'<li class="{check.outcome}">{SIGNS[check.outcome]} {self._subject(check.subject)}'
            f" <span>{safe(check.rule)} {safe(self._places.caption(check.subject))}</span></li>"
            for check in others[:_MOST_STANDINGS]
        )
        rest = len(others) - _MOST_STANDINGS
        more = f"<li>and {rest} more</li>" if rest > 0 else ""
        listed = f'<ul class="operands">{lines}{more}</ul>'
        return f'<p class="also">Other figures are tested against it:</p>{listed}'

    def _subject(self, ref: Ref) -> str:
        """A figure, as a link to its own working."""
        if ref.document != 0:
            return self.link(ref)
        return f'<a class="to" href="#w{ref.figure}">{safe(self._places.text(ref))}</a>'


def _why(check: Check) -> str:
    """What a rounding rests on or a test lacks, and why a finding is believed."""
    reason = f'<p class="why">{safe(check.reason)}</p>' if check.reason else ""
    if said := grounds(check, with_bits=True):
        reason += f'<p class="ground"><b>Believed because</b> {safe(said)}</p>'
    return reason


def _heading(check: Check) -> str:
    """How a check came out, where a figure has several."""
    if check.is_lead:
        return f"<h4>{LEAD} lead</h4>"
    return f"<h4>{SIGNS[check.outcome]} {ENDINGS[check.outcome]}</h4>"


def _no_heading(_: Check) -> str:
    """Nothing: a lone check comes out as its figure does."""
    return ""
