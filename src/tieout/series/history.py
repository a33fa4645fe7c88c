"""One company over its filings: the filings in time, its splits, and the series asked for."""

from collections.abc import Sequence

from tieout.errors import Misuse
from tieout.lexicon.ifrs import outer
from tieout.model.registrant import Registrant, registrant
from tieout.model.relation import announced, in_time
from tieout.model.series import History, Told
from tieout.model.statement import FACE
from tieout.model.workpaper import Release
from tieout.series.built import built
from tieout.series.joined import joined
from tieout.series.quarters import ends
from tieout.series.splits import splits
from tieout.series.tellings import Told as Telling
from tieout.series.tellings import tellings
from tieout.series.wanted import asked, landmarks, shared


def history(
    releases: Sequence[Release],
    concepts: Sequence[str] = (),
    *,
    every: bool = False,
    renamed: bool = False,
) -> History:
    """The quarters of one company by these filings, in whatever order they are given.

    `concepts` are elements or captions; without any, the landmarks of the statements, or with
    `every` all lines that most filings share. Raises Misuse for filings of two registrants
    (unless `renamed`), for filings without a quarter, and for a concept that none tells.
    """
    ordered = sorted(releases, key=in_time)
    if not renamed:
        _of_one(ordered)
    face = [one for release in ordered for one in release.statements if one.kind in FACE]
    calendar = ends(ordered, (fact.period for one in face for fact in one.facts if fact.period))
    lines = joined(tellings(ordered, calendar))
    if not lines:
        raise Misuse(_NOTHING)
    found = splits(told for _, told in lines)
    chosen = (
        asked(lines, concepts) if concepts else (shared if every else landmarks)(lines, ordered)
    )
    return History(
        _registrant(ordered),
        tuple(_told(release) for release in ordered),
        found,
        tuple(built(_outside(ordered, *one), one[1], calendar, found) for one in chosen),
    )


def _outside(releases: Sequence[Release], names: Sequence[str], told: Telling) -> tuple[str, ...]:
    """The names that the filings are told in: those of ifrs-full where all follow IFRS."""
    if any(release.standards != "ifrs" for release in releases):
        return tuple(names)
    caption = next(reversed(told.captions.values()), "")
    return tuple(dict.fromkeys(outer(name, caption) for name in names))


_NOTHING = (
    "no quarter is in hand: none of the files has a statement whose columns name their periods"
)


def _of_one(releases: Sequence[Release]) -> None:
    """Raises Misuse where two of the filings are of different registrants."""
    held: list[tuple[Registrant, str]] = []
    for release in releases:
        one, name = registrant(release), release.document.name
        for other, file in held:
            if not one.may_be(other):
                raise Misuse(
                    f"{name} is of {one.name}, {file} of {other.name}: give one company's filings, "
                    "or say --renamed where it changed its name"
                )
        held.append((one, name))


def _registrant(releases: Sequence[Release]) -> Registrant:
    """Who files, each thing as the latest filing that says it tells."""
    known = [registrant(release) for release in reversed(releases)]
    return Registrant(
        next((one.name for one in known if one.name), ""),
        next((one.cik for one in known if one.cik), ""),
        next((one.ticker for one in known if one.ticker), ""),
    )


def _told(release: Release) -> Told:
    """The filing as the series name it."""
    calendar = release.calendar
    label = f"FY{calendar.fiscal_year} Q{calendar.fiscal_quarter}" if calendar else ""
    return Told(
        release.document.name,
        release.document.sha256,
        release.kind,
        label,
        announced(release),
        release.document.filing,
    )
