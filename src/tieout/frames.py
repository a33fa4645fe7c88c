"""Facts, claims, figures and checks as tables, exact, for Arrow, pandas and polars.

No table library is imported before a table is asked for.
"""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias, cast

from tieout.errors import Misuse
from tieout.extras import adding
from tieout.lexicon.equivalents import equivalents
from tieout.lexicon.ifrs import reported
from tieout.model.amount import Amount
from tieout.model.check import Ground, Ref
from tieout.model.period import Period
from tieout.model.statement import Dimensions
from tieout.model.workpaper import Release, Workpaper

Kind: TypeAlias = Literal["text", "whole", "amount", "day", "truth"]
"""What a column holds: words, integers, exact decimals, dates, or whether something is so."""
Field: TypeAlias = str | int | Decimal | date | bool | None
Library: TypeAlias = Any
"""An optional library, or a table of its: the core knows none of their types."""

_DIGITS = 38
"""What a 128-bit decimal holds, the widest that every library has."""


class Frame:
    """Rows under named columns; amounts are `Decimal`s in whole units, never floats."""

    def __init__(self, columns: dict[str, Kind], rows: Iterable[Sequence[Field]]) -> None:
        """The rows, each with a field a column."""
        self.columns = columns
        self.rows = tuple(tuple(row) for row in rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Field]]:
        """Each row by its columns' names."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def to_arrow(self) -> Library:
        """A pyarrow.Table; raises Misuse without pyarrow, or for amounts over 38 digits."""
        arrow = _library("pyarrow")
        types = {"text": arrow.string(), "whole": arrow.int64(), "day": arrow.date32()}
        types |= {"truth": arrow.bool_()}
        return arrow.table(
            {
                name: arrow.array(
                    held,
                    types[kind] if kind != "amount" else arrow.decimal128(_DIGITS, _scale(held)),
                )
                for name, kind, held in self._held()
            }
        )

    def to_pandas(self) -> Library:
        """A pandas.DataFrame, amounts as `Decimal` objects; raises Misuse without pandas."""
        pandas = _library("pandas")
        types = {"text": "str", "whole": "Int64", "day": "datetime64[s]", "amount": "object"}
        types |= {"truth": "boolean"}
        return pandas.DataFrame(
            {name: pandas.Series(held, dtype=types[kind]) for name, kind, held in self._held()}
        )

    def to_polars(self) -> Library:
        """A polars.DataFrame; raises Misuse without polars, or for amounts over 38 digits."""
        polars = _library("polars")
        types = {"text": polars.String, "whole": polars.Int64, "day": polars.Date}
        types |= {"truth": polars.Boolean}
        return polars.DataFrame(
            [
                polars.Series(
                    name,
                    held,
                    types[kind] if kind != "amount" else polars.Decimal(_DIGITS, _scale(held)),
                )
                for name, kind, held in self._held()
            ]
        )

    def _held(self) -> Iterator[tuple[str, Kind, list[Field]]]:
        """Each column's name, kind and fields."""
        for number, (name, kind) in enumerate(self.columns.items()):
            yield name, kind, [row[number] for row in self.rows]


def _columns(names: str) -> dict[str, Kind]:
    """Names with their kinds: "caption value:amount"; words where none is said."""
    named = (name.partition(":") for name in names.split())
    return {name: cast("Kind", kind or "text") for name, _, kind in named}


_FACTS = _columns(
    "document statement caption concept dimensions period period_start:day period_end:day "
    "unit value:amount printed:amount decimals:whole text start:whole end:whole anchor "
    "named_by likely likely_value:amount equivalents"
)
_CLAIMS = _columns(
    "document form caption concept dimensions period period_start:day period_end:day against "
    "unit value:amount decimals:whole text start:whole end:whole sentence"
)
_CHECKS = _columns(
    "rule name tick outcome severity document text start:whole end:whole reported expected "
    "difference formula message reason cause is_lead:truth bound ground bits:whole"
)
_FIGURES = _columns("text start:whole end:whole kind outcome reason")


def facts(*releases: Release) -> Frame:
    """Every fact of the releases' statements, in reading order.

    `value` has XBRL's sign, `printed` the page's; `start` and `end` count in the visible text.
    `likely` is what filers call such a line whose `concept` only its caption names, with its
    `likely_value`; `equivalents` are other elements that they use for it.
    """
    return Frame(
        _FACTS,
        (
            (
                release.document.name,
                release.statements[fact.statement].kind,
                *(fact.caption, fact.concept, _spelled(fact.dimensions)),
                *_days(fact.period),
                *(
                    fact.amount.unit.text,
                    exact(fact.amount),
                    exact(fact.printed),
                    fact.amount.decimals,
                ),
                *_place(release, fact.figure),
                *(fact.anchor, fact.named_by),
                *((None, None) if fact.likely is None else (fact.name, exact(fact.value))),
                " ".join(equivalents(fact.name)),
            )
            for release in map(reported, releases)
            for fact in release.facts
        ),
    )


def claims(*releases: Release) -> Frame:
    """Every number that the releases' prose asserts, in reading order, with XBRL's sign."""
    return Frame(
        _CLAIMS,
        (
            (
                release.document.name,
                *(claim.form, claim.caption, claim.concept, _spelled(claim.dimensions)),
                *_days(claim.period),
                None if claim.against is None else str(claim.against),
                *(claim.amount.unit.text, exact(claim.amount), claim.amount.decimals),
                *_place(release, claim.figure),
                claim.sentence.of(release.document.text),
            )
            for release in map(reported, releases)
            for claim in release.claims
        ),
    )


def checks(workpaper: Workpaper) -> Frame:
    """Every check of a workpaper, with its subject's place and the numbers as they are printed.

    `ground` says why a finding or a lead is believed, `bits` how much, and `bound` how each operand
    was found.
    """

    def place(ref: Ref) -> tuple[Field, ...]:
        release = workpaper.releases[ref.document]
        return release.document.name, *_place(release, ref.figure)

    return Frame(
        _CHECKS,
        (
            (
                *(one.rule, one.name, one.tick, one.outcome, one.severity),
                *place(one.subject),
                *(one.reported, one.expected, one.difference),
                *(one.formula, one.message, one.reason, one.cause, one.is_lead),
                *_ground(one.ground),
            )
            for one in workpaper.checks
        ),
    )


def figures(workpaper: Workpaper) -> Frame:
    """Every figure of the subject with the one way it ended."""
    document = workpaper.subject.document
    return Frame(
        _FIGURES,
        (
            (
                *_place(workpaper.subject, number),
                document.figures[number].kind,
                *(ending.outcome, ending.reason),
            )
            for number, ending in enumerate(workpaper.endings)
        ),
    )


def exact(amount: Amount) -> Decimal:
    """The amount in whole units, to its last printed digit where that stands behind the point."""
    whole = amount.mantissa * 10 ** max(0, amount.exponent)
    digits = tuple(map(int, str(abs(whole))))
    return Decimal((int(whole < 0), digits, min(0, amount.exponent)))


def _place(release: Release, figure: int) -> tuple[str, int, int]:
    """A figure's text and where it stands."""
    one = release.document.figures[figure]
    return release.document.text[one.start : one.end], one.start, one.end


def _ground(ground: Ground | None) -> tuple[str | None, str | None, int | None]:
    """How the operands were bound, what bears the reading out, and by how much."""
    if ground is None:
        return None, None, None
    return " ".join(ground.bound), ground.says, ground.bits


def _days(period: Period | None) -> tuple[str | None, date | None, date | None]:
    """The period in ISO form and its days; an instant has no first one."""
    return (None, None, None) if period is None else (str(period), period.start, period.end)


def _spelled(dimensions: Dimensions) -> str:
    """Qualifiers as words."""
    return "; ".join(f"{axis}={member}" for axis, member in dimensions)


def _scale(held: Iterable[Field]) -> int:
    """Digits right of the point that the finest amount has; raises Misuse where they do not fit."""
    parts = [one.as_tuple() for one in held if isinstance(one, Decimal)]
    exponents = [part.exponent for part in parts if isinstance(part.exponent, int)]
    scale = max(0, -min(exponents, default=0))
    lengths = zip(parts, exponents, strict=True)
    if any(len(part.digits) + exponent + scale > _DIGITS for part, exponent in lengths):
        raise Misuse(f"an amount has more than {_DIGITS} digits: take the rows, or to_pandas()")
    return scale


def _library(name: str) -> Library:
    """The library, imported now; raises Misuse where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise Misuse(f"{name} is not installed: run {adding(name)}") from None
