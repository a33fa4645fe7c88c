"""The cash flow statement: three sections of movements, their net change, and cash at both ends."""

import re
from functools import partial

from tieout.model.statement import Line, Parts
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, renamed
from tieout.statements.concepts.cash import OPENS, told
from tieout.statements.concepts.places import placed
from tieout.statements.kinds import Kind
from tieout.statements.sums import Added
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
_NET = pattern(
    r"^(?>.*?(?:\b(?:net\s+cash|cash\s+(?:flows?\s+)?(?:provided|used|generated)|total\s+cash)"
    r"|\Acash\s+(?:flows?\s+)?(?:from|for))\b).*"
    r"\b(?P<section>operating|operations|investing|financing)\b",
    re.IGNORECASE | re.MULTILINE,
)
_CHANGE = pattern(
    r"^(?>.*?\b(?:increase|decrease|change)s?\b).*\bcash\b|\bnet\s+cash\s+flows?\Z",
    re.IGNORECASE | re.MULTILINE,
)
_DAY = r"[a-z]{3,9}\.?\s+[0-9]{1,2}(?:,?\s+[0-9]{4})?"
_AT = pattern(
    r"^(?>.*?\b(?:cash|beginning|end|balance)\b).*\b(?:beginning|end|start|close)\b"
    r"|\b(?:beginning|end|start)\b\s+of\b"
    r"|\b(?:opening|beginning|ending|closing)\s+(?:cash|balances?)\b"
    rf"|cash\b(?:(?!cash\b)[^0-9])*\b(?:at|as\s+of|on)\s+{_DAY}\W*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_BARE_DAY = pattern(rf"(?:(?:balance\s+)?(?:at|as\s+of)\s+)?{_DAY}\W*\Z", re.IGNORECASE)
_DAY_LAST = pattern(rf"{_DAY}\W*\Z", re.IGNORECASE)
_LESS = pattern(r"\s*(?:less|deduct)\b", re.IGNORECASE)
_SUPPLEMENT = pattern(r"\b(?:supplement|non-?\s?cash|reconciliation|disclosure)", re.IGNORECASE)
_SECTIONS = {"operating": "Operating", "operations": "Operating"}


def named(lines: Lines) -> Lines:
    """The lines under their concepts, where their words say more than the lexicon knows."""
    days = [n for n, one in enumerate(lines) if one.is_money and _BARE_DAY.match(one.caption)]
    balances = dict.fromkeys(days if len(days) == 2 else (), CASH)
    return renamed(lines, {n: _named(line) for n, line in enumerate(lines)} | balances)


def added(lines: Lines) -> Added:
    """How a cash flow statement adds up: sections to their nets, and these to cash at the end.

    Cash at the start is no part of any of them, wherever it stands. Supplements add nothing; cash
    of two sheets' lines is summed behind the statement by itself.
    """
    weights: list[int] = []
    walk, behind = Walk(lines), Walk(lines)
    opening = _openings(lines)
    starts: Parts = ()
    moved: Parts = ()
    end = -1
    section = 0
    is_done = False
    for number, line in enumerate(lines):
        is_done = is_done or (bool(walk.sums) and line.is_heading and _supplements(line))
        weights.append(0 if line.is_heading or is_done or not line.is_money else 1)
        if line.is_heading:
            (behind if is_done else walk).heading(line.caption)
        elif not line.is_money:
            continue
        elif number in opening and (not is_done or number - 1 == end):
            starts = (*starts, (number, 1))
        elif is_done:
            behind.total(number, behind.stretches(line.caption) if line.is_called_total else [])
        elif line.concept in _NETS or _is_net(line):
            _net(number, section, walk)
            section = len(walk.parts)
        elif line.concept == NET_CHANGE:
            parts = walk.since(0)
            less = tuple((n, -w if _LESS.match(lines[n].caption) else w) for n, w in parts)
            walk.add(number, [parts, less], firm=less == parts, is_result=True)
            walk.close(0, number)
        elif line.concept == CASH:
            end, moved, is_done = number, walk.since(0), True
        elif line.is_called_total:
            walk.total(number, walk.stretches(line.caption))
        else:
            walk.take(number)
    if moved and len(moved) + len(starts) > 1:
        walk.add(end, [(*moved, *starts)], firm=True, is_result=True)
    walk.sums += behind.sums
    return Added(tuple(weights), walk.distinct())


def _openings(lines: Lines) -> list[int]:
    """The lines of cash at the start: those that say so, else the first of two days."""
    cash = [n for n, line in enumerate(lines) if line.concept == CASH and not line.is_heading]
    days = {n: day[0] for n in cash if (day := _DAY_LAST.search(lines[n].caption)) is not None}
    said = [n for n in cash if OPENS.search(lines[n].caption)]
    return said or (list(days)[:1] if len(set(days.values())) == len(days) == 2 else [])


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
    nets = "net" in line.caption.lower().split()[:2] and _is_plain(line.caption)
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
    titles=pattern(r"cash\s+flows?(?:\s+statements?)?\b", re.IGNORECASE),
    on="cash",
    is_instant=False,
    signature=frozenset(_NETS | {NET_CHANGE, CASH}),
    enough=2,
    adds=added,
    places=(named, partial(placed, on="cash"), told),
    runs_to_date=True,  # Regulation S-X, rule 10-01(c)(3)
)
