"""One document: its differences, weighed and judged, and the errors seeded in it."""

import re
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Literal

from gold import Entry, Judged, Verdict
from msgspec import Struct

from tieout.engine import check, understood
from tieout.errors import TieoutError
from tieout.evidence.gathered import Evidence
from tieout.limits import unhurried
from tieout.model.check import Check
from tieout.model.document import Document, Span
from tieout.model.sensitivity import Place, Slip
from tieout.model.workpaper import Release
from tieout.proof.case import Case, Docket
from tieout.proof.corroboration import Corroboration
from tieout.proof.judge import weighed
from tieout.prove.altered import Alterable
from tieout.prove.slips import makers
from tieout.prove.subject import Subject
from tieout.readers import open_document
from tieout.rules.base import all_rules

STANDS = 999
"""The bits of a difference that is not weighed: nothing was computed, the page is at odds."""

MISSED = -1
"""The bits by which an error is caught that no difference rests on."""

LONGEST = 2500
"""A document of more figures takes too long to be read anew for each error."""

PLACES: tuple[Place, ...] = ("tables", "prose")


class Difference(Struct, frozen=True):
    """A difference weighed and judged; those of one `finding` count once."""

    bits: int
    verdict: Verdict
    finding: tuple[str, int, int]
    is_error: bool


class Seeded(Struct, frozen=True):
    """An error made on purpose, and the bits of the strongest difference that came of it."""

    place: Place
    bits: int


class Measured(Struct, frozen=True):
    """What was measured in one document; `known` are the real entries the gold has for it."""

    name: str
    failure: str = ""
    differences: tuple[Difference, ...] = ()
    seeded: tuple[Seeded, ...] = ()
    unseeded: Literal["", "too long", "too late"] = ""
    known: int = 0

    @property
    def company(self) -> str:
        """Whose document it is."""
        return company(self.name)


class Options(Struct, frozen=True):
    """What is asked: errors for each place of a document, by chance of that seed, until then."""

    errors: int
    seed: int
    until: float


def measure(gold: dict[str, list[Entry]], options: Options, path: str) -> Measured:
    """A document's differences, weighed and judged, and the errors seeded in it."""
    name = Path(path).name
    unhurried()  # what takes long here is what is asked of the document
    try:
        document = open_document(name, Path(path).read_bytes())
    except (OSError, TieoutError) as failure:
        return Measured(name, str(failure))
    release = understood(document)
    entries = gold.get(name, [])
    judged = Judged(document.text, entries)
    found = list(differences(release))
    told = tuple(_judged(name, document, judged, bits, one) for bits, one in found)
    known = sum(one.verdict == "real" for one in entries)
    if len(document.figures) > LONGEST:
        return Measured(name, differences=told, unseeded="too long", known=known)
    if time.monotonic() > options.until:
        return Measured(name, differences=told, unseeded="too late", known=known)
    before = frozenset(_key(one) for _, one in found)
    rng = Random(f"{options.seed} {name}")
    seeded = tuple(
        Seeded(slip.place, caught(document, slip, before))
        for slip in slips(release, options.errors, rng)
        if time.monotonic() <= options.until
    )
    return Measured(name, differences=told, seeded=seeded, known=known)


def differences(release: Release) -> Iterator[tuple[int, Check]]:
    """Every difference the rules propose of a release by itself, with the judge's bits."""
    evidence = Evidence.gather((release,))
    held = [proposal for rule in all_rules() for proposal in rule.apply(evidence)]
    docket = Docket(evidence, held)
    corroboration = Corroboration(docket, held)
    for one in held:
        if one.outcome != "differs":
            continue
        if one.stated is None:
            yield STANDS, one.check
        elif one.formula is not None:
            case = Case(docket, one, one.stated, one.formula)
            yield weighed(case, corroboration).bits, one.check


def _judged(name: str, document: Document, judged: Judged, bits: int, one: Check) -> Difference:
    """A difference with the verdict on it; what nobody has judged counts at its figure."""
    figure = document.figures[one.subject.figure]
    verdict, entry = judged.of(one.rule, Span(figure.start, figure.end))
    finding = (name, -1, one.subject.figure) if entry is None else (name, entry, -1)
    return Difference(bits, verdict, finding, one.severity == "error")


def slips(release: Release, count: int, rng: Random) -> list[Slip]:
    """A digit changed in so many figures of tables, and in as many of prose."""
    subject = Subject(check(release))
    make = makers()["digit changed"]
    numbers = rng.sample(range(len(release.document.figures)), len(release.document.figures))
    found: list[Slip] = []
    for place in PLACES:
        made = (make(subject, number, rng) for number in numbers if subject.place(number) == place)
        found += islice((slip for slip in made if slip is not None), count)
    return found


def caught(document: Document, slip: Slip, before: frozenset[tuple[str, str]]) -> int:
    """The bits of the strongest difference that rests on an error and was not there before it."""
    changed = Alterable(document)(slip.edits)
    reach = {number for one in slip.reach for number in changed.figures_in(one.start, one.end)}
    found = (
        bits
        for bits, one in differences(understood(changed))
        if _key(one) not in before and not reach.isdisjoint(_figures(one))
    )
    return max(found, default=MISSED)


def _figures(one: Check) -> list[int]:
    """The figures a check rests on."""
    refs = (one.subject, *(operand.ref for operand in one.operands))
    return [ref.figure for ref in refs if not ref.document]


def _key(one: Check) -> tuple[str, str]:
    """What makes a difference the same before and after an error was seeded."""
    return one.rule, one.message


def company(name: str) -> str:
    """Whose document it is: its name up to the first part that is a year, quarter or number."""
    first, *parts = Path(name).stem.split("-")
    ours = [first]
    for part in parts:
        if _DATED.fullmatch(part):
            break
        ours.append(part)
    return "-".join(ours)


_DATED = re.compile(r"\d.*|q[1-4].*|(?:fy|qe|pub)\d.*", re.IGNORECASE)
