"""Why a document has no figure in a row: it tells another period, an adjusted measure, a part."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.lexicon.captions import words_of
from tieout.lexicon.qualifiers import restating
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact
from tieout.model.workpaper import Release

_LEVELS = ("level", "per_share")
_MOST = 16
"""So many figures of a document are looked at for one that is near."""


class _Near(Struct, frozen=True, gc=False):
    """A figure that may be near one that is missing."""

    caption: str
    period: Period
    dimensions: Dimensions


class Absent:
    """What documents tell near what they do not tell."""

    def __init__(self, releases: Sequence[Release]) -> None:
        """What these do."""
        self._by_concept: list[dict[str, list[_Near]]] = []
        self._adjusted: list[dict[tuple[int, int], list[_Near]]] = []
        for release in releases:
            by_concept: dict[str, list[_Near]] = {}
            adjusted: dict[tuple[int, int], list[_Near]] = {}
            told: tuple[Fact | Claim, ...] = (*release.facts, *_levels(release))
            for one in told:
                if one.period is None:
                    continue
                near = _Near(one.caption, one.period, one.dimensions)
                held = by_concept.setdefault(one.concept, [])
                held += [near] if len(held) < _MOST else []
                if restating(one.caption):
                    held = adjusted.setdefault(one.period.month, [])
                    held += [near] if len(held) < _MOST else []
            self._by_concept.append(by_concept)
            self._adjusted.append(adjusted)

    def why(self, document: int, named: Fact | Claim | None) -> str:
        """Why the document does not tell it; empty where it tells nothing near."""
        if named is None or named.period is None:
            return ""
        if isinstance(named, Claim) and named.form not in _LEVELS:
            return ""
        period = named.period
        found = self._by_concept[document].get(named.concept, ())
        parts = [one for one in found if one.period.is_near(period)]
        owned = next((one for one in parts if one.dimensions != named.dimensions), None)
        if owned is not None:
            members = ", ".join(member for _, member in owned.dimensions) or "the whole company"
            return f"states it for {members} only"
        words = words_of(named.caption)
        for one in self._adjusted[document].get(period.month, ()):
            if one.period.is_near(period) and words and words <= words_of(one.caption):
                return "states an adjusted figure only"
        other = next((one for one in found if not one.period.is_near(period)), None)
        return f"states another period only: {other.period.spoken()}" if other is not None else ""


def _levels(release: Release) -> list[Claim]:
    """What prose tells as it stands."""
    return [one for one in release.claims if one.form in _LEVELS]
