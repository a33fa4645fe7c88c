"""A filing checked, on one line: who filed, what differs, what an amendment changed, and a link."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.edgar.amended import Changes, changes
from tieout.edgar.exhibits import part
from tieout.edgar.names import Named
from tieout.engine import check, read
from tieout.errors import TieoutError
from tieout.harmless import on_a_line
from tieout.model.check import Check
from tieout.model.understanding import understanding
from tieout.model.workpaper import Release
from tieout.reports._understood import silence, unread

_SHOWN = 3


class Given(Struct, frozen=True):
    """A filing to be checked: what it is, a link, and its submission, or why there is none.

    `original` is the submission that it amends, and `number` that one's accession number.
    """

    accession: str
    form: str
    company: str
    link: str
    raw: bytes = b""
    original: bytes = b""
    number: str = ""
    why: str = ""


class Spoken(Struct, frozen=True):
    """The line of a filing, and whether something differs in it or it could not be read."""

    line: str
    is_open: bool


def spoken(given: Given) -> Spoken:
    """The filing's line; whatever goes wrong with the document is in it."""
    if given.why:
        return failed(given, given.why)
    try:
        release = _read(given.accession, given.raw)
        draft = _read(given.number, given.original) if given.original else None
        paper = check(release, draft=draft)
    except TieoutError as reason:
        return failed(given, str(reason))
    if sentence := unread(paper, understanding(paper)):
        return failed(given, sentence)
    told = [_differing(paper.findings) or silence(paper)[1], _counted(len(paper.leads), "lead")]
    if draft is not None:
        told.append(_amended(changes(paper), given.number))
    elif given.form.endswith("/A"):
        told.append("the filing that it amends was not found")
    return _line(given, "; ".join(one for one in told if one), is_open=bool(paper.findings))


def failed(given: Given, reason: str) -> Spoken:
    """The line of a filing that could not be read."""
    return _line(given, f"not checked: {reason}", is_open=True)


def sized(given: Given) -> tuple[str, int]:
    """What it is called, and how many bytes there are to be read."""
    return given.accession, len(given.raw) + len(given.original)


def _read(accession: str, raw: bytes) -> Release:
    """The earnings release of a submission; raises Misuse and Unreadable."""
    cut = part(Named(accession), raw)
    return read(cut.name, cut.raw)


def _line(given: Given, told: str, *, is_open: bool) -> Spoken:
    """One line, whatever words the filing has."""
    return Spoken(on_a_line(f"{given.form:5} {given.company}: {told}  {given.link}"), is_open)


def _differing(findings: Sequence[Check]) -> str:
    """What differs, the first few by rule and figure; empty for nothing."""
    if not findings:
        return ""
    return f"{len(findings)} differ{'s' if len(findings) == 1 else ''}: " + _listed(
        [f"{one.rule} {_as_told(one)}" for one in findings]
    )


def _as_told(one: Check) -> str:
    """The figure as printed, and as expected where that is known."""
    return f"{one.reported} (expected {one.expected})" if one.expected else one.reported


def _amended(of: Changes, number: str) -> str:
    """What changed against the original, and what would have caught it."""
    changed = [f"{was} is now {now}" for was, now in of.changed]
    changed += [_counted(of.added, "new figure")] if of.added else []
    changed += [_counted(of.removed, "figure") + " gone"] if of.removed else []
    if not changed:
        return f"no figure changed against {number}"
    rules = dict.fromkeys(one.rule for one in of.caught)
    leads = dict.fromkeys(one.rule for one in of.leads if one.rule not in rules)
    words = [f"{', '.join(rules)} found it in the original"] if rules else []
    words += [f"{', '.join(leads)} had a lead"] if leads else []
    caught = " and ".join(words) or "no rule had caught it in the original by itself"
    return f"against {number}: {_listed(changed)}; {caught}"


def _counted(number: int, noun: str) -> str:
    """So many of them; empty for none."""
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def _listed(words: Sequence[str]) -> str:
    """The first few, and how many more."""
    more = len(words) - _SHOWN
    return ", ".join(words[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
