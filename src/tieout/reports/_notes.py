"""What a report that marks the document itself says at a figure: findings and leads, numbered."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from tieout.model.accepted import NAMES
from tieout.model.amount import grouped, rounded
from tieout.model.check import Check
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.patterns import pattern
from tieout.reports._accepted import elsewhere, holding, lapsed, spoken
from tieout.reports._bearings import others
from tieout.reports._ended import tallied
from tieout.reports._ground import believed
from tieout.reports._groups import counts, findings
from tieout.reports._leads import WORTH, heading, leads, told
from tieout.reports._places import Places
from tieout.reports._understood import silence, warning
from tieout.reports._words import ENDINGS, counted

_NUMBER = pattern(r"[0-9][0-9,]{0,80}(?:\.[0-9]{1,80})?")
_LONGEST_FORMULA = 300


class Note(Struct, frozen=True, gc=False):
    """A finding or a lead: its sign, as "1" or "?1", its check, and its sentences."""

    sign: str
    check: Check
    title: str
    sentences: tuple[str, ...]

    @property
    def is_lead(self) -> bool:
        """True for what is worth a look and not proven."""
        return self.check.is_lead

    @property
    def figure(self) -> int | None:
        """The figure of the subject that it stands at; None for one of another document."""
        return self.check.subject.figure if self.check.subject.document == 0 else None


def notes(workpaper: Workpaper) -> list[Note]:
    """Every finding, then every lead, one a figure, in the order that all reports tell them in."""
    places = Places(workpaper)
    differing = [check for finding in findings(workpaper) for check in finding.checks]
    leading = [check for lead in leads(workpaper) for check in lead.checks]
    found = [
        Note(str(number), check, title, tuple(_of_finding(check)))
        for number, check in enumerate(differing, 1)
        for kind in ["Finding" if check.severity == "error" else "Warning"]
        for title in [f"{kind} {number} of {len(differing):,}"]
    ]
    found += [
        Note(f"?{number}", check, title, tuple(_of_lead(check, places)))
        for number, check in enumerate(leading, 1)
        for title in [f"Lead {number} of {len(leading):,}: {WORTH}"]
    ]
    return found


def standing(note: Note, places: Places) -> str:
    """The figure of a note and where it stands, for a reader who is not shown it."""
    ref = note.check.subject
    place, figure = places.where(ref), places.printed(ref)
    return f"{figure} ({place})" if place else figure


def summary(workpaper: Workpaper) -> list[str]:
    """What was checked against what, how it ended, and what people said of it.

    First stands what of that does not hold any more, then where little was understood.
    """
    subject, count = workpaper.subject.document, tallied(workpaper)
    found = findings(workpaper)
    tallies = ", ".join(f"{words} {count[way]:,}" for way, words in ENDINGS.items() if count[way])
    said = [
        *_lapsed(workpaper),
        warning(understanding(workpaper)),
        f"{subject.name}, checked by tieout: {counted(count['figures'], 'figure')}: {tallies}.",
        *(f"Checked against {other}." for other in others(workpaper)),
        f"{counts(found)}." if found else silence(workpaper)[1] + ".",
    ]
    if workpaper.leads:
        said.append(f"{heading(workpaper)}.")
    said += _by_people(workpaper)
    return [one for one in said if one]


def _lapsed(workpaper: Workpaper) -> Iterator[str]:
    """That something does not hold any more, and each entry with what changed."""
    if title := lapsed(workpaper):
        yield f"{title}:"
    places = Places(workpaper)
    for one in workpaper.notices:
        told = spoken(one, workpaper, places)
        yield f"{told.letter} {told.sentence}: {_stopped(told.changed)} {_stopped(told.answer)}"


def _by_people(workpaper: Workpaper) -> Iterator[str]:
    """Each entry that holds, in a line: its letter, of what, who said it, when and why."""
    places = Places(workpaper)
    for said in NAMES:
        for one in holding(workpaper, said):
            told = spoken(one, workpaper, places)
            yield f"{told.letter} {_stopped(told.sentence)} {_stopped(told.answer)}"
    if words := elsewhere(workpaper):
        yield f"{words}."


def to_print(check: Check) -> str:
    """What the other figures give, rounded as the figure is; empty where they give no other."""
    number, shown = _NUMBER.findall(check.expected), _NUMBER.findall(check.reported)
    if len(number) != 1 or len(shown) != 1:
        return check.expected
    exponent = -len(shown[0].partition(".")[2])
    exact = Fraction(number[0].replace(",", ""))
    wanted = _NUMBER.sub(grouped(rounded(exact, exponent), exponent), check.expected)
    return check.expected if wanted == check.reported else wanted


def _of_finding(check: Check) -> Iterator[str]:
    """What was found, what should be printed, why it is believed, and the rule."""
    yield _stopped(check.message or check.reason)
    if wanted := to_print(check):
        yield f"It should read {wanted}{_formula(check)}, or a figure it is taken from is wrong."
    if why := believed(check):
        yield _stopped(why)
    yield _rule(check)


def _of_lead(check: Check, places: Places) -> Iterator[str]:
    """What may be wrong and what may be right, what would settle it, and the rule."""
    words = told(check, places)
    yield _stopped(words.sentence)
    if wanted := to_print(check):
        yield f"If it is wrong, it should read {wanted}{_formula(check)}."
    yield from (f"{name}: {_stopped(side)}" for name, side in words.sides)
    yield _rule(check)


def _formula(check: Check) -> str:
    """How the expected figure comes about; empty where it is simply another one."""
    is_short = 0 < len(check.formula) <= _LONGEST_FORMULA
    return f" = {check.formula}" if is_short and len(check.operands) > 1 else ""


def _rule(check: Check) -> str:
    """The rule, and how to read of it."""
    return f"Rule {check.rule}: 'tieout explain {check.rule}' says more."


def _stopped(words: str) -> str:
    """Words with a stop at their end."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
