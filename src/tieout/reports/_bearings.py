"""What each document beside the subject was good for, in a sentence that needs no explaining."""

from collections.abc import Iterator

from tieout.model.bearing import Bearing, bearings
from tieout.model.registrant import registrant
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._words import company, counted, described, roles


def others(workpaper: Workpaper) -> list[str]:
    """What the document was checked against, one sentence each, with what came of it."""
    whose, bearing = company(workpaper.subject), bearings(workpaper)
    told = zip(workpaper.releases, roles(workpaper), borne(workpaper), bearing, strict=True)
    return [
        f"{one.document.name}: {'' if own.is_foreign else _unless(whose, one)}{described(one)} "
        f"({role}); {words}"
        for one, role, words, own in list(told)[1:]
    ]


def borne(workpaper: Workpaper) -> list[str]:
    """What came of each document; of the subject, nothing."""
    told = zip(workpaper.releases, bearings(workpaper), strict=True)
    said = ["; ".join(_said(release, bearing)) for release, bearing in told]
    return ["", *said[1:]]


def _said(release: Release, bearing: Bearing) -> Iterator[str]:
    """How many figures it tested, and why it may be the wrong one."""
    number = bearing.tied
    if release.is_support:
        words = f"{_many(number)} {'is' if number < _TWO else 'are'} supported by it"
    else:
        words = f"{_many(number)} {'ties' if number < _TWO else 'tie'} to it"
    if bearing.differing:
        words += f", {bearing.differing:,} differ{'' if bearing.differing > 1 else 's'} from it"
    yield words
    if bearing.is_foreign:
        yield f"it is another company\u2019s ({registrant(release).name or 'by its number'})"
    if bearing.is_redraft:
        yield (
            "it is of the same kind and quarter: if it is an earlier draft, it proves nothing, so "
            "give it with --draft"
        )


_TWO = 2


def _many(number: int) -> str:
    """So many figures: "no figure", "1 figure", "61 figures"."""
    return counted(number, "figure") if number else "no figure"


def _unless(whose: str, release: Release) -> str:
    """Whose document it is, where that is another name than the subject's."""
    name = company(release)
    return "" if release.is_support or name == whose else f"{name}, "
