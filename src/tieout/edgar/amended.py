"""What an amendment changed against the original filing, and which rule had something to say."""

from collections.abc import Iterable
from datetime import timedelta

from msgspec import Struct

from tieout.edgar.client import Edgar, header
from tieout.edgar.earlier import RESULTS
from tieout.edgar.listed import Listed
from tieout.model.check import Check
from tieout.model.workpaper import Workpaper

_AGO = timedelta(days=400)


class Changes(Struct, frozen=True):
    """Figures as they were and are, how many came and went, and what was found in the original.

    `caught` are the original's findings that rest on a figure which the amendment changed or took
    out, `leads` its leads likewise.
    """

    changed: tuple[tuple[str, str], ...]
    added: int
    removed: int
    caught: tuple[Check, ...]
    leads: tuple[Check, ...]


def original_of(edgar: Edgar, amendment: Listed, raw: bytes) -> Listed | None:
    """The filing that an amendment amends: of the same day of report, else the one before it."""
    told = header(raw)
    period = told.period if told is not None else None
    before = [
        one
        for one in edgar.filings(amendment.cik, amendment.filed - _AGO, amendment.filed)
        if one.form == amendment.form.removesuffix("/A")
        and one.accession != amendment.accession
        and not RESULTS.isdisjoint(one.items)
    ]
    same = [one for one in before if period is not None and one.period == period]
    return next(iter(same or before), None)


def changes(now: Workpaper) -> Changes:
    """What changed from the draft in a workpaper, the original, to its subject, the amendment."""
    was, redraft = now.draft, now.redraft
    if was is None or redraft is None:
        raise ValueError("a workpaper without a draft")
    touched = {one for one, _ in redraft.changed} | set(redraft.removed)
    return Changes(
        tuple(
            (was.figure(0, one).text, now.figure(0, other).text) for one, other in redraft.changed
        ),
        len(redraft.added),
        len(redraft.removed),
        _resting(was.findings, touched),
        _resting(was.leads, touched),
    )


def _resting(checks: Iterable[Check], figures: set[int]) -> tuple[Check, ...]:
    """The checks that are of one of the figures, or rest on one."""
    return tuple(one for one in checks if one.figures & figures)
