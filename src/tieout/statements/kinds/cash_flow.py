"""The cash flow statement: three sections of movements, their net change, and cash at both ends."""

import re
from functools import partial

from tieout.model.statement import Line, Parts
from tieout.statements.concepts import Lines, renamed
from tieout.statements.concepts.cash import told
from tieout.statements.concepts.places import placed
from tieout.statements.kinds import Added, Kind
from tieout.statements.sums.walk import Walk

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


def named(lines: Lines) -> Lines:
    """The lines under their concepts, where their words say more than the lexicon knows."""
    return renamed(lines, {n: _named(line) for n, line in enumerate(lines)})


def added(lines: Lines) -> Added:
    """How a cash flow statement adds up: sections to their nets, and these to cash at the end.

    Supplements add nothing to it; cash of two sheets' lines is summed behind it by itself.
    """
    weights: list[int] = []
    walk, behind = Walk(lines), Walk(lines)
    section = 0
    is_done = False
    for number, line in enumerate(lines):
        is_done = is_done or (bool(walk.sums) and line.is_heading and _supplements(line))
        weights.append(0 if line.is_heading or is_done or not line.is_money else 1)
        if line.is_heading:
            (behind if is_done else walk).heading(line.caption)
        elif not line.is_money:
            continue
        elif is_done:
            starts = behind.stretches(line.caption) if line.is_called_total else []
            behind.total(number, starts)
        elif line.concept in _NETS or _is_net(line):
            _net(number, section, walk)
            section = len(walk.parts)
        elif line.concept == NET_CHANGE:
            walk.add(number, _changes(walk), firm=True, is_result=True)
            walk.close(0, number)
        elif line.concept == CASH and not _OPENS.search(line.caption):
            if len(walk.parts) > 1:
                walk.add(number, [walk.since(0)], firm=True, is_result=True)
            is_done = True
        elif line.is_called_total:
            walk.total(number, walk.stretches(line.caption) or [0])
        else:
            walk.take(number)
    walk.sums += behind.sums
    return Added(tuple(weights), walk.distinct())


def _net(number: int, section: int, walk: Walk) -> None:
    """A section's net, which closes the section.

    A net right behind another sums nothing but nets: of continuing and discontinued operations,
    or it is one of them itself.
    """
    if len(walk.parts) > section:
        walk.total(number, [section, 0], firm=True)
        walk.close(section, number)
        return
    starts = range(section - 1, max(section - 3, -1), -1)
    readings = [walk.since(start) for start in starts]
    at = walk.printed.first(number, readings)
    if at < 0:
        walk.enter(number)
    else:
        walk.close(starts[at], number)
        walk.add(number, readings[at : at + 1], firm=True)


def _changes(walk: Walk) -> list[Parts]:
    """What the net change nets: the sections and exchange effects, not cash at the beginning."""
    parts = walk.since(0)
    return [tuple((n, w) for n, w in parts if walk.lines[n].concept != CASH), parts]


def _named(line: Line) -> str:
    """The line's concept, by its words where the lexicon knows none."""
    if line.is_heading or line.concept.startswith("us-gaap:NetCash"):
        return line.concept
    is_unknown = line.concept.startswith("ext:")
    net = _NET.search(line.caption)
    if net is not None and is_unknown and _is_plain(line.caption):
        section = net["section"].lower()
        name = _SECTIONS.get(section, section.capitalize())
        return f"us-gaap:NetCashProvidedByUsedIn{name}Activities"
    changes = _CHANGE.search(line.caption)
    if _AT.search(line.caption) and not changes:
        return CASH
    nets = "net" in line.caption.lower().split()[:2]
    return NET_CHANGE if is_unknown and changes and nets else line.concept


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
    adds=added,
    places=(named, partial(placed, on="cash"), told),
    runs_to_date=True,  # Regulation S-X, rule 10-01(c)(3)
)
