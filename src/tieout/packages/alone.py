"""What one document of a package tells and the others do not."""

from collections.abc import Iterator, Sequence

from tieout.lexicon.labels import UNNAMED
from tieout.model.package import Row
from tieout.model.workpaper import Release


def alone(releases: Sequence[Release], rows: Sequence[Row]) -> Iterator[tuple[int, ...]]:
    """For each document its figures that stand in no row, one for each thing told, in order."""
    for document, release in enumerate(releases):
        known = {figure for row in rows for figure in row.cells[document].figures}
        told: dict[tuple[object, ...], int] = {}
        facts = ((one.figure, (one.concept, one.period, one.amount)) for one in release.facts)
        claims = (
            (one.figure, (one.concept, one.period, abs(one.amount)))
            for one in release.claims
            if one.concept != UNNAMED and one.form in ("level", "per_share", "range")
        )
        for figure, key in (*facts, *claims):
            if figure not in known:
                told.setdefault(key, figure)
        yield tuple(sorted(set(told.values())))
