"""The summary that a partner reads: one page of Markdown, in plain sentences."""

from collections import Counter
from collections.abc import Iterator

from tieout.harmless import in_markdown as plain
from tieout.model.accepted import NAMES
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import counts as by_people
from tieout.reports._accepted import elsewhere, holding, lapsed, spoken
from tieout.reports._bearings import borne
from tieout.reports._blamed import Told, named, together
from tieout.reports._ended import Ended, tallied
from tieout.reports._ground import believed, computation, other_figure
from tieout.reports._groups import Finding, counts, findings
from tieout.reports._leads import WORTH, leads, told
from tieout.reports._places import Places
from tieout.reports._redraft import Redrafted
from tieout.reports._sections import Coverage, coverage
from tieout.reports._understood import silence, warning
from tieout.reports._unsettled import Group, unsettled
from tieout.reports._words import ENDINGS, capital, company, counted, described, fingerprint, roles

_MOST_FINDINGS = 8
_MOST_LEADS = 5
_MOST_SECTIONS = 14
_FEWEST = 3
"""A section with fewer figures that state something is told with others like it."""
_MOST_STEPS = 5
_QUOTED = 160
_ROLES = {
    "subject": "checked",
    "companion": "against: same quarter",
    "prior": "against: earlier",
    "later": "against: later",
    "support": "support",
}


def render(workpaper: Workpaper) -> bytes:
    """The summary, UTF-8: what was checked, coverage, findings, leads, and what to get next."""
    places = Places(workpaper)
    parts = (
        _heading(workpaper),
        _documents(workpaper),
        _findings(workpaper, places),
        _lapsed(workpaper, places),
        _accepted(workpaper, places),
        _leads(workpaper, places),
        _next(workpaper),
        _coverage(workpaper),
    )
    return "".join(f"{line}\n" for part in parts for line in part).encode("utf-8", "replace")


def _heading(workpaper: Workpaper) -> Iterator[str]:
    """Whose document it is, what it is, and the result in a sentence."""
    found = findings(workpaper)
    yield f"# {plain(company(workpaper.subject))}"
    yield ""
    yield f"Summary of a check by tieout \u00b7 {plain(described(workpaper.subject))}"
    yield ""
    if sentence := warning(understanding(workpaper)):
        yield f"**{plain(sentence)}.**"
        yield ""
    said = f"{counts(found)} found" if found else silence(workpaper)[1]
    if words := lapsed(workpaper):
        said = f"{said}; {words}"
    number = len(workpaper.leads)
    also = f" {counted(number, 'lead')} may be worth a look." if number else ""
    yield f"**{plain(said)}.**{also}"
    yield ""


def _documents(workpaper: Workpaper) -> Iterator[str]:
    """Every document with its kind and the beginning of its hash."""
    yield "| | document | what it is | SHA-256 |"
    yield "|---|---|---|---|"
    told = map(_ROLES.__getitem__, roles(workpaper))
    named = [*zip(told, workpaper.releases, borne(workpaper), strict=True)]
    if workpaper.draft is not None:
        named.append(("draft before", workpaper.draft.subject, ""))
    for role, release, words in named:
        of = release.document
        hashed = f"`{fingerprint(of.sha256)}`"
        what = "; ".join(one for one in (described(release), words) if one)
        yield f"| {role} | {plain(of.name)} | {plain(what)} | {hashed} |"
    yield ""
    if workpaper.redraft is not None:
        yield plain(f"Since the draft: {Redrafted(workpaper, Places(workpaper)).counts()}.")
        yield ""


def _findings(workpaper: Workpaper, places: Places) -> Iterator[str]:
    """Each finding in a sentence, with its place and the words it stands in."""
    found = findings(workpaper)
    if not found:
        return
    yield "## Findings"
    yield ""
    told = together(workpaper, found, places)
    for number, one in enumerate(told[:_MOST_FINDINGS], 1):
        yield from (
            _blamed(number, one, places) if one.suspects else _finding(number, one.first, places)
        )
    yield from _more(sum(len(one.findings) for one in told[_MOST_FINDINGS:]))


def _blamed(number: int, one: Told, places: Places) -> Iterator[str]:
    """What one figure would explain: that figure, and each finding in its sentence."""
    margin = " " * (len(str(number)) + 2)
    yield f"{number}. **{plain(one.sentence)}.**"
    if len(one.suspects) == 1:
        yield f"{margin}{plain(capital(places.where(one.suspects[0].ref)))}."
    else:
        words = [f"{named(each, places)}, if it were {each.wanted}" for each in one.named]
        more = len(one.suspects) - len(words)
        words += [f"{more:,} more"] if more else []
        yield f"{margin}{plain('; '.join(words))}."
    yield ""
    for finding in one.findings:
        kind = "" if finding.severity == "error" else "Warning: "
        rule = finding.first.rule
        yield f"{margin}- {kind}{plain(finding.sentence)}. Rule {rule}."
    yield ""


def _finding(number: int, finding: Finding, places: Places) -> Iterator[str]:
    """One finding; of a column, the figure that moved most is quoted."""
    check, margin = finding.first, " " * (len(str(number)) + 2)
    kind = "" if finding.severity == "error" else "Warning: "
    yield f"{number}. **{kind}{plain(finding.sentence)}.**"
    yield f"{margin}{plain(capital(places.where(check.subject)))}:"
    quoted = places.excerpt(check.subject, _QUOTED)
    words = (plain(quoted.before), plain(quoted.figure), plain(quoted.after))
    yield ""
    yield f"{margin}> {words[0]}**{words[1]}**{words[2]}"
    yield ""
    reasons = (computation(check), other_figure(check, places), believed(check))
    said = [f"{one}." for one in (*reasons, f"Rule {check.rule}") if one]
    yield f"{margin}{plain(' '.join(said))}"
    yield ""


def _leads(workpaper: Workpaper, places: Places) -> Iterator[str]:
    """The likeliest leads, a sentence each with its place."""
    found = leads(workpaper)
    if not found:
        return
    yield f"## Leads: {WORTH}"
    yield ""
    for one in found[:_MOST_LEADS]:
        words = told(one.first, places)
        where = capital(places.where(one.first.subject))
        others = f" {one.more}." if one.more else ""
        yield f"- {plain(words.sentence)}. {plain(where)}.{others}"
    if len(found) > _MOST_LEADS:
        yield from _more(sum(len(one.checks) for one in found[_MOST_LEADS:]))
    yield ""


def _lapsed(workpaper: Workpaper, places: Places) -> Iterator[str]:
    """What people said that does not hold any more, and what has changed."""
    if not (title := lapsed(workpaper)):
        return
    yield f"## {title}"
    yield ""
    for one in workpaper.notices[:_MOST_FINDINGS]:
        told = spoken(one, workpaper, places)
        yield f"- **{plain(told.sentence)}: {plain(told.changed)}.** {plain(told.answer)}."
    yield from _more(len(workpaper.notices) - _MOST_FINDINGS)
    yield ""


def _accepted(workpaper: Workpaper, places: Places) -> Iterator[str]:
    """What people accepted, dismissed and ticked by hand, by whom, when and why."""
    found = [one for said in NAMES for one in holding(workpaper, said)]
    also = elsewhere(workpaper)
    if not found and not also:
        return
    yield "## Accepted, dismissed and ticked by hand"
    yield ""
    for one in found[:_MOST_FINDINGS]:
        told = spoken(one, workpaper, places)
        where = f" {plain(capital(places.where(one.ref)))}." if one.ref is not None else ""
        yield f"- {plain(told.sentence)}.{where} **{plain(told.answer)}.**"
    yield from _more(len(found) - _MOST_FINDINGS)
    if also:
        yield f"- {also}."
    yield ""


def _next(workpaper: Workpaper) -> Iterator[str]:
    """The filings that would test more, and why other figures were not tested."""
    groups = unsettled(workpaper)
    if not groups:
        return
    yield "## What to get next"
    yield ""
    filings = [one for one in groups if one.filing is not None]
    for one in filings[:_MOST_STEPS]:
        yield f"- {one.sentence}."
    if rest := filings[_MOST_STEPS:]:
        yield f"- {counted(len(rest), 'earlier release')} could test {_figures(rest)} more."
    yield from (f"- {one.sentence}." for one in groups if one.filing is None)
    yield ""


def _coverage(workpaper: Workpaper) -> Iterator[str]:
    """How the figures ended, of the whole document and of its sections."""
    whole = tallied(workpaper)
    ways = ", ".join(f"{words} {whole[way]:,}" for way, words in ENDINGS.items())
    yield "## Coverage"
    yield ""
    yield f"{counted(whole['figures'], 'figure')}: {ways}. Those excluded state nothing."
    if said := by_people(workpaper):
        people = ", ".join(f"{NAMES[one]} {number:,}" for one, number in said.items())
        yield f"Of these, by people: {people}."
    yield ""
    yield "| section | figures | tested | share | differ |"
    yield "|---|--:|--:|--:|--:|"
    told = coverage(workpaper)
    kept = sorted(told, key=lambda one: (not one.differ, -one.stated))[:_MOST_SECTIONS]
    small = [one for one in told if one not in kept or (one.stated < _FEWEST and not one.differ)]
    if len(small) == 1:
        small = []
    yield from (_row(one) for one in told if one not in small)
    if small:
        yield _row(_together(small))


def _row(section: Coverage) -> str:
    """A section as a row of the table."""
    words = (plain(section.title), f"{section.stated:,}", f"{section.tested:,}", section.share)
    return f"| {' | '.join(words)} | {section.differ or ''} |"


def _together(rest: list[Coverage]) -> Coverage:
    """The sections that are small or have no room, as one."""
    counts = sum((one.counts for one in rest), Counter[Ended]())
    return Coverage(counted(len(rest), "smaller section"), counts)


def _figures(groups: list[Group]) -> str:
    """How many figures the groups have in all."""
    return f"{sum(len(one.figures) for one in groups):,}"


def _more(rest: int) -> Iterator[str]:
    """That there is more in the workpaper itself."""
    if rest > 0:
        yield f"- and {rest:,} more: see the workpaper"
