"""The tool series: a company's quarters over many filings, each value with where it comes from."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta, Struct, field

from tieout import engine
from tieout.assistants.folders import Folders
from tieout.assistants.paged import Entry, cut, entry, paged
from tieout.assistants.tools import File, Page
from tieout.assistants.warned import Warned
from tieout.model.relation import in_time
from tieout.model.series import History, Quarter, Series, Value
from tieout.series.history import history

DESCRIPTION = (
    "A company's quarters over many of its releases: each value as last reported, or derived where "
    "none prints it, with the figures it comes from and their places in words. A value with "
    "warnings rests on a figure that differs, or whose table does not foot: say so."
)

_MOST_NAMED = 3
"""Figures of a filing that differ named ahead: there are many filings, and each value warns."""


class Asked(Struct, frozen=True, forbid_unknown_fields=True):
    """What the tool is asked."""

    files: Annotated[
        list[File], Meta(min_length=1, max_length=40, description="One company's releases.")
    ]
    concepts: Annotated[
        list[Annotated[str, Meta(max_length=200)]],
        Meta(max_length=40, description="Captions or elements; by default the landmarks."),
    ] = field(default_factory=list)
    page: Page = 1


def answer(asked: Asked, folders: Folders) -> Entry:
    """The filings, and a page of quarters; each filing is checked, so that none is unmarked."""
    files = folders.contents(list(dict.fromkeys(asked.files)))
    releases = sorted((engine.read(*one) for one in files), key=in_time)
    made = history(releases, asked.concepts)
    warned = [Warned(engine.check(release)) for release in releases]
    head = entry(company=made.registrant.name, documents=[one.head(_MOST_NAMED) for one in warned])
    return head | paged(_entries(made, warned), asked.page)


def _entries(made: History, warned: Sequence[Warned]) -> Iterator[Entry]:
    """Every quarter of every series of which something is told."""
    for series in made.series:
        for quarter in series.quarters:
            if quarter.value is not None or quarter.trailing is not None:
                yield _quarter(series, quarter, warned)


def _quarter(series: Series, quarter: Quarter, warned: Sequence[Warned]) -> Entry:
    """A quarter with its values; what was told first is said where it was something else."""
    differs = quarter.verdict is not None and quarter.verdict.outcome == "differs"
    derived = quarter.derived if differs else None
    return entry(
        caption=series.caption,
        concept=series.names[0],
        unit=series.unit.text,
        quarter=quarter.label,
        period_end=None if quarter.end is None else str(quarter.end),
        value=_value(quarter.value, warned),
        first_reported=_value(quarter.first, warned) if quarter.cause else None,
        changed_by=quarter.cause,
        derived_differs=_value(derived, warned),
        twelve_months=_value(quarter.trailing, warned),
    )


def _value(value: Value | None, warned: Sequence[Warned]) -> Entry | None:
    """A value, the figures it rests on, and what is to be said of them."""
    if value is None:
        return None
    told = [one for one in value.sources if one.figure >= 0]
    warnings = [
        cut(f"{warned[one.filing].workpaper.subject.document.name}: {sentence}")
        for one in told
        for sentence in warned[one.filing].of(one.figure)
    ]
    sources = [
        cut(
            f"{one.printed} ({one.caption}, {one.period.spoken()}): "
            f"{warned[one.filing].workpaper.subject.document.name}, "
            f"{warned[one.filing].where(one.figure)}"
        )
        for one in told
    ]
    return entry(
        amount=str(value.amount),
        kind="derived" if value.is_derived else "reported",
        formula=value.formula,
        split=str(value.ratio) if value.is_adjusted else "",
        sources=sources,
        warnings=list(dict.fromkeys(warnings)),
    )
