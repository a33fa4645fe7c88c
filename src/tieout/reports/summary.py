"""The summary that a partner reads: one page of Markdown, in plain sentences."""

from collections.abc import Iterator

from tieout.harmless import in_markdown as plain
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._ground import grounds
from tieout.reports._groups import Finding, counts, findings
from tieout.reports._leads import leads, told
from tieout.reports._places import Places
from tieout.reports._redraft import Redrafted
from tieout.reports._sections import Section, sections
from tieout.reports._understood import silence, warning
from tieout.reports._unsettled import Group, unsettled
from tieout.reports._words import ENDINGS, company, counted, described, roles

_MOST_FINDINGS = 8
_MOST_LEADS = 5
_MOST_SECTIONS = 14
_MOST_STEPS = 5
_QUOTED = 160
_DIGITS = 12
"""So many digits of a hash tell one document of an audit file from every other."""

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
    number = len(workpaper.leads)
    also = f" {counted(number, 'lead')} may be worth a look." if number else ""
    yield f"**{plain(said)}.**{also}"
    yield ""


def _documents(workpaper: Workpaper) -> Iterator[str]:
    """Every document with its kind and the beginning of its hash."""
    yield "| | document | what it is | SHA-256 |"
    yield "|---|---|---|---|"
    named = [*zip(map(_ROLES.__getitem__, roles(workpaper)), workpaper.releases, strict=True)]
    if workpaper.draft is not None:
        named.append(("draft before", workpaper.draft.subject))
    for role, release in named:
        of = release.document
        hashed = f"`{of.sha256[:_DIGITS]}`"
        yield f"| {role} | {plain(of.name)} | {plain(described(release))} | {hashed} |"
    yield ""
    if workpaper.redraft is not None:
        redrafted = Redrafted(workpaper, Places(workpaper))
        words = (f"Since the draft: {redrafted.summary()}", redrafted.findings())
        yield f"{plain('; '.join(word for word in words if word))}."
        yield ""


def _findings(workpaper: Workpaper, places: Places) -> Iterator[str]:
    """Each finding in a sentence, with its place and the words it stands in."""
    found = findings(workpaper)
    if not found:
        return
    yield "## Findings"
    yield ""
    for number, one in enumerate(found[:_MOST_FINDINGS], 1):
        yield from _finding(number, one, places)
    if rest := len(found) - _MOST_FINDINGS:
        yield from _more(rest)


def _finding(number: int, finding: Finding, places: Places) -> Iterator[str]:
    """One finding; of a column, the figure that moved most is quoted."""
    check, margin = finding.first, " " * (len(str(number)) + 2)
    kind = "" if finding.severity == "error" else "Warning: "
    yield f"{number}. **{kind}{plain(finding.sentence)}.**"
    yield f"{margin}{plain(_capital(places.where(check.subject)))}:"
    quoted = places.excerpt(check.subject, _QUOTED)
    words = (plain(quoted.before), plain(quoted.figure), plain(quoted.after))
    yield ""
    yield f"{margin}> {words[0]}**{words[1]}**{words[2]}"
    yield ""
    reasons = []
    if check.formula and len(check.operands) > 1:
        reasons.append(f"Expected {check.expected} = {check.formula}.")
    elif check.operands:
        other = check.operands[0].ref
        reasons.append(f"The other figure: {places.text(other)}, {places.where(other)}.")
    if why := grounds(check):
        reasons.append(f"Believed because {why}.")
    yield f"{margin}{plain(' '.join([*reasons, f'Rule {check.rule}.']))}"
    yield ""


def _leads(workpaper: Workpaper, places: Places) -> Iterator[str]:
    """The likeliest leads, a sentence each with its place."""
    found = leads(workpaper)
    if not found:
        return
    yield "## Leads: worth a look, not proven"
    yield ""
    for one in found[:_MOST_LEADS]:
        words = told(one.first, places)
        where = _capital(places.where(one.first.subject))
        others = f" {len(one.others):,} more of the same cause." if one.others else ""
        yield f"- {plain(words.sentence)}. {plain(where)}.{others}"
    if len(found) > _MOST_LEADS:
        yield from _more(sum(len(one.checks) for one in found[_MOST_LEADS:]))
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
    whole = workpaper.coverage
    ways = ", ".join(f"{words} {whole[way]:,}" for way, words in ENDINGS.items())
    yield "## Coverage"
    yield ""
    yield f"{counted(whole['figures'], 'figure')}: {ways}. Those excluded state nothing."
    yield ""
    yield "| section | figures | tested | share | differ |"
    yield "|---|--:|--:|--:|--:|"
    told = [one for one in sections(workpaper) if one.stated]
    kept = sorted(told, key=lambda one: (not one.differ, -one.stated))[:_MOST_SECTIONS]
    yield from (_row(one) for one in told if one in kept)
    if rest := [one for one in told if one not in kept]:
        yield _row(_together(rest))


def _row(section: Section) -> str:
    """A section as a row of the table."""
    words = (plain(section.title), f"{section.stated:,}", f"{section.tested:,}", section.share)
    return f"| {' | '.join(words)} | {section.differ or ''} |"


def _together(rest: list[Section]) -> Section:
    """The sections that have no room, as one."""
    counts = {way: sum(one.counts.get(way, 0) for one in rest) for way in ENDINGS}
    return Section("table", f"{counted(len(rest), 'smaller section')}", counts)


def _figures(groups: list[Group]) -> str:
    """How many figures the groups have in all."""
    return f"{sum(len(one.figures) for one in groups):,}"


def _more(rest: int) -> Iterator[str]:
    """That there is more in the workpaper itself."""
    if rest > 0:
        yield f"- and {rest:,} more: see the workpaper"


def _capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]
