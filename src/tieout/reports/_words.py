"""The words and signs every drawn report says the same things with."""

from tieout.model.check import Ending
from tieout.model.registrant import registrant
from tieout.model.relation import Role, announced, role
from tieout.model.workpaper import Release, Workpaper

ENDINGS: dict[Ending, str] = {
    "agrees": "agrees",
    "rounds": "rounds",
    "differs": "differs",
    "not-tested": "not tested",
    "excluded": "excluded",
}
"""The five ways a figure ends, best first, as a reader is told of them."""

SIGNS: dict[Ending, str] = {
    "agrees": "\u2713",
    "rounds": "\u2248",
    "differs": "\u2717",
    "not-tested": "\u25cb",
    "excluded": "\u00b7",
}
"""A shape for each ending, so that none is told by colour alone."""

LEAD = "?"
"""The sign of a lead: a figure that may be wrong, which is not proven."""

MEANINGS: dict[Ending, str] = {
    "agrees": "other figures, as printed, give this one",
    "rounds": "other figures give this one once their rounding is allowed for",
    "differs": "other figures do not give this one, even if they are rounded",
    "not-tested": "there is nothing to test it against",
    "excluded": "a number that states nothing, such as a telephone number",
}

LEAD_MEANING = "may be wrong, which is not proven: worth a look"

TICKS = {
    "F": "foots: a total equals the sum of its parts",
    "CF": "cross-foots: columns and segments add up across",
    "RF": "rolls forward: opening balance plus movements",
    "T": "ties: the same figure in two places agrees",
    "RX": "recomputes: percentages, ratios, per share, growth",
    "S": "supported: a cell of the books behind it agrees",
    "FM": "Form 8-K: what the form and its dates require",
    "PR": "presentation: units, labels, non-GAAP measures",
    "LB": "left behind from an earlier release",
    "RD": "reading: tables and columns not understood",
}
"""What the letter of a tick mark means; legends vary by firm, so every report prints its own."""

KINDS = {
    "balance_sheet": "balance sheet",
    "income_statement": "income statement",
    "cash_flow_statement": "cash flow statement",
    "equity_statement": "equity statement",
    "comprehensive_income": "comprehensive income",
    "reconciliation": "reconciliation",
    "segments": "segments",
    "supplemental": "supplemental",
}

_DOCUMENTS = {
    "8-K": "Form 8-K",
    "8-K/A": "Form 8-K/A (amended)",
    "release": "earnings release",
    "10-Q": "Form 10-Q",
    "10-K": "Form 10-K",
    "6-K": "Form 6-K",
    "supplement": "supplement",
    "other": "document",
}

_SUPPORTS = {"excel": "workbook", "csv": "CSV file", "workpaper": "workpaper of tieout"}
"""What a document behind the figures is, by its format."""

_QUARTERS = {1: "first quarter", 2: "second quarter", 3: "third quarter", 4: "fourth quarter"}


def company(release: Release) -> str:
    """Whose document it is: the company with its ticker; else the document's name."""
    heading = release.announcement
    name = registrant(release).name or release.document.name
    if heading is None or not heading.ticker:
        return name
    return f"{name} ({heading.exchange + ': ' if heading.exchange else ''}{heading.ticker})"


def described(release: Release) -> str:
    """What the document is: kind, quarter, the day it ends, and the day it is dated."""
    if release.is_support:
        return _SUPPORTS.get(release.document.format, _DOCUMENTS["other"])
    words = "presentation" if _is_shown(release) else _DOCUMENTS[release.kind]
    if release.form is not None and release.announcement is not None:
        words += " with an earnings release"
    parts = [words]
    if (calendar := release.calendar) is not None:
        quarter = _QUARTERS.get(calendar.fiscal_quarter, "quarter")
        end = calendar.period_end
        parts.append(f"{quarter} of fiscal {calendar.fiscal_year}")
        parts.append(f"ended {end:%B} {end.day}, {end.year}")
    if (day := announced(release)) is not None:
        parts.append(f"dated {day:%B} {day.day}, {day.year}")
    return " \u00b7 ".join(parts)


def _is_shown(release: Release) -> bool:
    """True for slides, a supplement of a kind of its own."""
    return release.document.is_slides and release.kind == "supplement"


def roles(workpaper: Workpaper) -> tuple[Role, ...]:
    """Every document's role, in order: the first is the subject."""
    subject, *others = workpaper.releases
    return ("subject", *(role(subject, other) for other in others))


def counted(number: int, noun: str) -> str:
    """So many of them: "1 error", "2 errors"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def roundings(workpaper: Workpaper) -> str:
    """How many computations hold once rounding is allowed for, behind their sign."""
    return f"{SIGNS['rounds']} {counted(len(workpaper.notes), 'computation')} explained by rounding"


def fingerprint(sha256: str) -> str:
    """So many digits of a hash as tell one file from others."""
    return sha256[:12]


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]


def letters(workpaper: Workpaper) -> dict[str, str]:
    """The tick letters this workpaper uses, with their meanings, in the legend's order."""
    used = {check.tick for check in workpaper.checks}
    known = {tick: meaning for tick, meaning in TICKS.items() if tick in used}
    return known | {tick: "" for tick in sorted(used - set(TICKS)) if tick}
