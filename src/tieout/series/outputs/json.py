"""The series as JSON: every value with its provenance, numbers as strings of exact digits."""

from typing import Any

import msgspec

from tieout import __version__
from tieout.model.series import Growth, History, Quarter, Series, Source, Value

IS_BINARY = False


def render(history: History) -> bytes:
    """The history, UTF-8; documents and splits are referred to by place, from 0."""
    one = history.registrant
    made = {
        "format": "tieout-series/1",
        "version": __version__,
        "registrant": {"name": one.name, "cik": one.cik, "ticker": one.ticker},
        "documents": [
            {
                "name": told.name,
                "sha256": told.sha256,
                "kind": told.kind,
                "quarter": told.label,
                "announced": told.announced,
                "accession_number": told.edgar.accession_number if told.edgar else "",
            }
            for told in history.filings
        ],
        "splits": [
            {"ratio": str(split.ratio), "document": split.filing} for split in history.splits
        ],
        "series": [_series(series) for series in history.series],
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def _series(series: Series) -> dict[str, Any]:
    """A concept with its quarters; those of which nothing is told are left out."""
    return {
        "concepts": series.names,
        "caption": series.caption,
        "captions": series.captions,
        "statement": series.statement,
        "unit": series.unit.text,
        "is_flow": series.is_flow,
        "quarters": [
            _quarter(quarter)
            for quarter in series.quarters
            if quarter.value is not None or quarter.trailing is not None
        ],
    }


def _quarter(quarter: Quarter) -> dict[str, Any]:
    """A quarter with everything told and computed of it."""
    return {
        "quarter": quarter.label,
        "fiscal_year": quarter.fiscal_year,
        "fiscal_quarter": quarter.number,
        "period_end": quarter.end,
        "value": _value(quarter.value),
        "first_reported": _value(quarter.first),
        "last_reported": _value(quarter.last),
        "cause": quarter.cause,
        "derived": _value(quarter.derived),
        "agreement": quarter.verdict.outcome if quarter.verdict else "",
        "trailing_twelve_months": _value(quarter.trailing),
        "growth_on_year": _growth(quarter.on_year),
        "growth_on_quarter": _growth(quarter.on_quarter),
    }


def _value(value: Value | None) -> dict[str, Any] | None:
    """A value with its provenance."""
    if value is None:
        return None
    return {
        "amount": str(value.amount),
        "decimals": value.amount.decimals,
        "kind": "derived" if value.is_derived else "reported",
        "document": value.filing,
        "formula": value.formula,
        "split_ratio": str(value.ratio) if value.is_adjusted else "",
        "sources": [_source(source) for source in value.sources],
    }


def _source(source: Source) -> dict[str, Any]:
    """A figure that a value rests on; a dash has no figure."""
    return {
        "document": source.filing,
        "figure": source.figure if source.figure >= 0 else None,
        "anchor": source.anchor,
        "printed": source.printed,
        "caption": source.caption,
        "period": str(source.period),
        "amount": str(source.amount),
    }


def _growth(growth: Growth | None) -> dict[str, Any] | None:
    """A rate as a fraction, null where it means nothing, and since when."""
    if growth is None:
        return None
    return {"rate": str(growth.rate) if growth.rate else None, "since": growth.since}
