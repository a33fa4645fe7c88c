"""What documents under IFRS are told in: ifrs-full names, put on a release at the edge."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from tieout.lexicon.canonical import normal
from tieout.lexicon.labels import NONCURRENT, split_heading
from tieout.model.claim import Claim
from tieout.model.concept import Likely
from tieout.model.statement import Fact, Line, Statement, StatementKind
from tieout.model.workpaper import Release, Workpaper
from tieout.patterns import pattern

_ON: dict[StatementKind, str] = {
    "balance_sheet": "balance",
    "income_statement": "income",
    "comprehensive_income": "income",
    "cash_flow_statement": "cash",
}
_NETS = {
    f"us-gaap:NetCashProvidedByUsedIn{name}Activities": name.lower()
    for name in ("Operating", "Investing", "Financing")
}
_PREFIX = "ifrs-full:"
_WORD = pattern(r"[a-z]+")
_OWNED = pattern(r"\b(?:attributable|owners?|holders|parent|(?:share|stock)holders)\b", re.I)


class _Row(Struct, frozen=True):
    """An element of ifrs-full, its balance, whether its sign is the opposite, and what it needs."""

    name: str
    side: Literal["debit", "credit", ""]
    direction: int
    on: str
    under: str
    said: str
    beside: str


class _Place(Struct, frozen=True):
    """Where a name stands: kind of statement, headings, normal caption, what else is told."""

    on: str
    section: str
    caption: str
    told: frozenset[str]

    def says(self, words: str) -> bool:
        """True where the caption says so."""
        if words == "owned":
            return bool(_OWNED.search(self.caption) or split_heading(self.section))
        return f" {words} " in f" {self.caption} "


def outward(workpaper: Workpaper) -> Workpaper:
    """The workpaper with every document in the names that it is told in."""
    draft = workpaper.draft
    return structs.replace(
        workpaper,
        releases=tuple(map(reported, workpaper.releases)),
        draft=None if draft is None else outward(draft),
    )


def reported(release: Release) -> Release:
    """The release in the names and signs it is told in: inside, every concept is of us-gaap."""
    if release.standards != "ifrs":
        return release
    told = frozenset(
        fact.concept
        for statement in release.statements
        if statement.is_face
        for fact in statement.facts
    )
    return structs.replace(
        release,
        statements=tuple(_statement(one, told) for one in release.statements),
        claims=tuple(_claim(one, told) for one in release.claims),
    )


def outer(name: str, caption: str = "") -> str:
    """The name outside of a concept of documents under IFRS; an extension where its sign turns."""
    told, direction = _named(name, _Place("", "", normal(caption), frozenset()))
    return told if direction > 0 else name.replace("us-gaap:", "ext:", 1)


def side(name: str) -> Literal["debit", "credit", ""]:
    """The balance of an ifrs-full element that lines are told as; empty for any other name."""
    return _sides().get(name, "")


def _statement(statement: Statement, told: frozenset[str]) -> Statement:
    """A statement with its lines and facts renamed."""
    on = _ON.get(statement.kind, "")
    activities = _activities(statement.lines) if on == "cash" else [""] * len(statement.lines)
    places = tuple(
        _Place(on, f"{activity} {line.section}", normal(line.caption), told)
        for line, activity in zip(statement.lines, activities, strict=True)
    )
    return structs.replace(
        statement,
        lines=tuple(map(_line, statement.lines, places)),
        facts=tuple(_fact(fact, places[fact.line]) for fact in statement.facts),
    )


def _activities(lines: Sequence[Line]) -> list[str]:
    """The activities that the next net cash flow below each line sums."""
    found: list[str] = []
    activity = ""
    for line in reversed(lines):
        activity = _NETS.get(line.concept, activity)
        found.append(activity)
    return found[::-1]


def _line(line: Line, place: _Place) -> Line:
    """A line renamed."""
    name, direction = _named(line.concept, place, is_money=line.is_money)
    return structs.replace(
        line,
        concept=name,
        direction=line.direction * direction,
        likely=None if name.startswith(_PREFIX) else _likely(line.likely, place),
    )


def _fact(fact: Fact, place: _Place) -> Fact:
    """A fact renamed; its number has the sign that the name outside has."""
    unit = fact.amount.unit
    name, direction = _named(fact.concept, place, is_money=unit.is_money)
    return structs.replace(
        fact,
        concept=name,
        amount=fact.amount if direction > 0 else -fact.amount,
        likely=None if name.startswith(_PREFIX) else _likely(fact.likely, place),
    )


def _claim(claim: Claim, told: frozenset[str]) -> Claim:
    """A claim renamed."""
    place = _Place("", "", normal(claim.caption), told)
    name, direction = _named(claim.concept, place)
    return structs.replace(
        claim,
        concept=name,
        base=_named(claim.base, place)[0] if claim.base else "",
        amount=-claim.amount if direction < 0 and not claim.amount.unit.is_rate else claim.amount,
    )


def _likely(likely: Likely | None, place: _Place) -> Likely | None:
    """What filers call such a line, where it has a name outside."""
    row = None if likely is None else _row(likely.name, place)
    if likely is None or row is None:
        return None
    return Likely(_PREFIX + row.name, likely.share, row.side, likely.direction * row.direction)


def _named(name: str, place: _Place, *, is_money: bool = True) -> tuple[str, int]:
    """The name outside, and −1 where its sign is the opposite; an extension where it has none.

    Only a caption of an amount of money is one of those that ifrs-full has an element for.
    """
    row = _row(name, place) if is_money or not name.startswith("ext:") else None
    if row is not None:
        return _PREFIX + row.name, row.direction
    return name.replace("us-gaap:", "ext:", 1), 1


def _row(name: str, place: _Place) -> _Row | None:
    """The first row for a name whose conditions hold."""
    for row in _rows().get(name, ()):
        if (
            row.on in ("", place.on)
            and (not row.under or row.under in _words_over(place.section))
            and (not row.said or place.says(row.said))
            and (not row.beside or row.beside in place.told)
        ):
            return row
    return None


@lru_cache(maxsize=256)
def _words_over(section: str) -> frozenset[str]:
    """The words of what a line stands under, "Non-current" as one of them."""
    return frozenset(_WORD.findall(NONCURRENT.sub("noncurrent", section.lower())))


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    """The file's rows by the name inside."""
    found: dict[str, list[_Row]] = {}
    for line in Path(__file__).with_name("ifrs.txt").read_text("ascii").splitlines():
        if line and not line.startswith("#"):
            name, element, balance, *needs = line.split()
            wanted = dict(need.split("=") for need in needs)
            beside = wanted.get("beside", "")
            row = _Row(
                element.lstrip("-"),
                "debit" if balance == "debit" else "credit" if balance == "credit" else "",
                -1 if element.startswith("-") else 1,
                wanted.get("on", ""),
                wanted.get("under", ""),
                wanted.get("said", "").replace("_", " "),
                beside and _full(beside),
            )
            found.setdefault(_full(name), []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def _full(name: str) -> str:
    """A name with its prefix."""
    return name if ":" in name else f"us-gaap:{name}"


@cache
def _sides() -> dict[str, Literal["debit", "credit", ""]]:
    """The balance of each element by its name."""
    return {_PREFIX + row.name: row.side for rows in _rows().values() for row in rows}
