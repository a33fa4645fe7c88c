"""The cash flow statement: three sections of movements, their net change, and cash at both ends."""

import re
from collections.abc import Sequence

import msgspec

from tieout.model.statement import Line, Sum
from tieout.statements.concepts.cash import told
from tieout.statements.concepts.places import placed
from tieout.statements.kinds import Anatomy, Kind
from tieout.statements.lines import is_money, is_total
from tieout.statements.sums.groups import OpenLines, distinct, grouped, total_of
from tieout.statements.sums.printed import Printed

NET_CHANGE = (
    "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
    "PeriodIncreaseDecreaseIncludingExchangeRateEffect"
)
CASH = "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
_NETS = frozenset(
    f"us-gaap:NetCashProvidedByUsedIn{name}Activities"
    for name in ("Operating", "Investing", "Financing")
)
_NET = re.compile(
    r"\b(?:net\s+cash|cash\s+(?:flows?\s+)?(?:provided|used|generated)|total\s+cash)\b.*"
    r"\b(?P<section>operating|operations|investing|financing)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:increase|decrease|change)s?\b[^a-z]*(?:\bin\b)?.*\bcash\b|\bnet\s+cash\s+flows?\Z",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:cash|beginning|end|balance)\b.*\b(?:beginning|end|start|close)\b"
    r"|\b(?:beginning|end|start)\b\s+of\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\b(?:beginning|start)\b", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"\b(?:supplement|non-?\s?cash|reconciliation|disclosure)", re.IGNORECASE)
_SECTIONS = {"operating": "Operating", "operations": "Operating"}


def dissect(lines: Sequence[Line]) -> Anatomy:
    """A cash flow statement's lines, their weights, and its sums; supplements enter none."""
    named = told(placed(tuple(_named(line) for line in lines), "cash"))
    sums: list[Sum | None] = []
    weights: list[int] = []
    still_open = OpenLines()
    still_behind = OpenLines()
    printed = Printed(named)
    section = 0
    is_done = False
    for number, line in enumerate(named):
        is_done = is_done or (any(sums) and line.is_heading and _supplements(line))
        if is_done:
            sums.extend(_behind(number, line, named, still_behind, printed))
        weights.append(0 if line.is_heading or is_done or not is_money(line) else 1)
        if line.is_heading:
            still_open.heading(line.caption)
            continue
        if not weights[number]:
            continue
        if line.concept in _NETS or _is_net(line):
            sums.extend(_net(number, section, still_open, printed))
            section = len(still_open.parts)
        elif line.concept == NET_CHANGE:
            sums.append(total_of(number, _changes(named, still_open), firm=True, kind="result"))
            still_open.close(0, number, 1)
        elif line.concept == CASH and not _OPENS.search(line.caption):
            if len(still_open.parts) > 1:
                parts = still_open.since(0)
                sums.append(total_of(number, [parts], firm=True, kind="result"))
            is_done = True
        elif is_total(line):
            starts = still_open.stretches(line.caption, named) or [0]
            sums.extend(grouped(number, starts, still_open, printed))
        else:
            sums.extend(grouped(number, [], still_open, printed))
    return Anatomy(named, tuple(weights), distinct(sums))


def _net(number: int, section: int, still_open: OpenLines, printed: Printed) -> list[Sum]:
    """The sums of a section's net, which closes the section.

    A net right behind another sums nothing but nets: of continuing and discontinued operations,
    or it is one of them itself.
    """
    if len(still_open.parts) > section:
        found = grouped(number, [section, 0], still_open, printed, firm=True)
        still_open.close(section, number, 1)
        return found
    starts = range(section - 1, max(section - 3, -1), -1)
    readings = [still_open.since(start) for start in starts]
    at = printed.first(number, readings)
    if at < 0:
        still_open.enter(number, 1)
        return []
    still_open.close(starts[at], number, 1)
    one = total_of(number, readings[at : at + 1], firm=True)
    return [] if one is None else [one]


def _behind(
    number: int, line: Line, lines: tuple[Line, ...], still_open: OpenLines, printed: Printed
) -> list[Sum]:
    """The sums behind the statement: cash of two sheets' lines, its reconciliation."""
    if line.is_heading:
        still_open.heading(line.caption)
        return []
    if not is_money(line):
        return []
    starts = still_open.stretches(line.caption, lines) if is_total(line) else []
    return grouped(number, starts, still_open, printed)


def _changes(lines: tuple[Line, ...], still_open: OpenLines) -> list[tuple[tuple[int, int], ...]]:
    """What the net change nets: the sections and exchange effects, not cash at the beginning."""
    parts = still_open.since(0)
    return [tuple((n, w) for n, w in parts if lines[n].concept != CASH), parts]


def _named(line: Line) -> Line:
    """The line with its concept, where its words say more than the lexicon knows."""
    if line.is_heading or line.concept.startswith("us-gaap:NetCash"):
        return line
    net = _NET.search(line.caption)
    if net is not None and line.concept.startswith("ext:") and _is_plain(line.caption):
        section = net["section"].lower()
        name = _SECTIONS.get(section, section.capitalize())
        return _as(line, f"us-gaap:NetCashProvidedByUsedIn{name}Activities")
    if _AT.search(line.caption) and not _CHANGE.search(line.caption):
        return _as(line, CASH)
    if (
        line.concept.startswith("ext:")
        and _CHANGE.search(line.caption)
        and "net" in (line.caption.lower().split()[:2])
    ):
        return _as(line, NET_CHANGE)
    return line


def _as(line: Line, concept: str) -> Line:
    """The line under another concept."""
    return msgspec.structs.replace(line, concept=concept, feeds=(concept,))


def _is_plain(caption: str) -> bool:
    """True where a net is that of the whole section."""
    lowered = caption.lower()
    return "discontinued" not in lowered and "continuing" not in lowered and "before" not in lowered


def _is_net(line: Line) -> bool:
    """True for the net of a part of a section: continuing or discontinued operations."""
    return bool(_NET.search(line.caption)) and line.caption.lower().startswith(
        ("net cash", "total")
    )


def _supplements(line: Line) -> bool:
    """True where what follows explains the statement and moves no cash in it."""
    return bool(_SUPPLEMENT.search(line.caption))


KIND = Kind(
    name="cash_flow_statement",
    titles=re.compile(r"cash\s+flows?(?:\s+statements?)?\b", re.IGNORECASE),
    on="cash",
    is_instant=False,
    signature=frozenset(_NETS | {NET_CHANGE, CASH}),
    enough=2,
    dissect=dissect,
    runs_to_date=True,  # Regulation S-X, rule 10-01(c)(3)
)
