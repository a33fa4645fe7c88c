"""Measures the bounds of the judge: how many bits a difference needs to be called a finding.

    python tools/calibrate.py [--gold FILE] [--errors N] [--minutes M] [FOLDER...]

Every difference of every document is weighed, and held against what people have judged of it (the
gold file, see gold.py). Then a digit is changed in a few figures of each document, one at a time,
to see by how many bits each such error is caught. The bound is chosen on the companies of four
folds and reported on those of the fifth. Without a gold file there are only the seeded errors.
"""

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Literal

from gold import Entry, Judged, Verdict, read_gold
from msgspec import DecodeError, Struct, structs
from rich.console import Console
from rich.progress import track

from tieout.batch import documents, outcomes
from tieout.engine import check, understood
from tieout.errors import TieoutError
from tieout.evidence.gathered import Evidence
from tieout.model.check import Check
from tieout.model.document import Document, Span
from tieout.model.sensitivity import Place, Slip
from tieout.model.workpaper import Release
from tieout.proof.bounds import bounds
from tieout.proof.case import Case, Docket
from tieout.proof.corroboration import Corroboration
from tieout.proof.judge import weighed
from tieout.prove.altered import altered
from tieout.prove.slips import makers
from tieout.prove.subject import Subject
from tieout.readers import open_document
from tieout.rules.base import all_rules

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "exhibits"
LEAD, DIFFERS = bounds().bounds.lead, bounds().bounds.differs
MOST = 40
"""Bounds are tried from where a lead begins up to so many bits."""

STANDS = 999
"""The bits of a difference that is not weighed: nothing was computed, the page is at odds."""

MISSED = -1
"""The bits by which an error is caught that no difference rests on."""

BAND = 4
FOLDS = 5
ERRORS_RIGHT, ALL_RIGHT = Fraction(90, 100), Fraction(85, 100)
"""The share of errors, and of all findings, that must be real where a bound is chosen."""

FEW = 20
"""Of fewer findings, one more that is wrong moves the share by more than five points."""

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


class Tally(Struct, frozen=True):
    """What a bound makes of some documents: findings by verdict, and seeded errors caught."""

    errors: Counter[str]
    all: Counter[str]
    caught: Counter[str]
    seeded: Counter[str]

    def with_more(self, other: "Tally") -> "Tally":
        """The tally of other documents added to this one."""
        return Tally(
            self.errors + other.errors,
            self.all + other.all,
            self.caught + other.caught,
            self.seeded + other.seeded,
        )


class Options(Struct, frozen=True):
    """What is asked: errors for each place of a document, by chance of that seed, until then."""

    errors: int
    seed: int
    until: float


# ----------------------------------------------------------------------------- one document


def measure(gold: dict[str, list[Entry]], options: Options, path: str) -> Measured:
    """A document's differences, weighed and judged, and the errors seeded in it."""
    name = Path(path).name
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
    changed = altered(document, slip.edits)
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


# --------------------------------------------------------------------------- many documents


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


def folds(measured: Sequence[Measured], count: int = FOLDS) -> list[list[Measured]]:
    """The documents in so many folds, all of one company in the same, the largest dealt first."""
    companies: dict[str, list[Measured]] = {}
    for one in measured:
        companies.setdefault(one.company, []).append(one)
    found: list[list[Measured]] = [[] for _ in range(count)]
    for _, ours in sorted(companies.items(), key=lambda item: (-len(item[1]), item[0])):
        min(found, key=len).extend(ours)
    return found


def tally(measured: Iterable[Measured], bound: int, below: int = STANDS + 1) -> Tally:
    """What is found and caught by at least so many bits (and by fewer than `below`)."""
    best: dict[tuple[str, int, int], tuple[int, bool, Verdict]] = {}
    seen, seeded = Counter[str](), Counter[str]()
    for one in measured:
        for each in one.differences:
            bits, is_error, _ = best.get(each.finding, (MISSED, False, each.verdict))
            is_error |= each.is_error and each.bits >= bound
            best[each.finding] = max(bits, each.bits), is_error, each.verdict
        for error in one.seeded:
            seeded[error.place] += 1
            seen[error.place] += bound <= error.bits < below
    held = [one for one in best.values() if bound <= one[0] < below]
    errors = Counter[str](verdict for _, is_error, verdict in held if is_error)
    return Tally(errors, Counter[str](verdict for _, _, verdict in held), seen, seeded)


def wrong(found: Counter[str]) -> int:
    """The findings that are not right, or that nobody has judged."""
    return found["false"] + found["unjudged"]


def precision(found: Counter[str]) -> Fraction | None:
    """The share of findings that are real; what is debatable counts neither way."""
    told = found["real"] + wrong(found)
    return Fraction(found["real"], told) if told else None


def chosen(measured: Sequence[Measured]) -> tuple[int, bool]:
    """The bound that catches most seeded errors with enough of its findings real; if none, False.

    Of bounds that catch as many, the lowest; where none is precise enough, the most precise.
    """
    tried = [(bound, tally(measured, bound)) for bound in range(LEAD, MOST + 1)]
    enough = [
        (sum(one.caught.values()), -bound)
        for bound, one in tried
        if (precision(one.errors) or 0) >= ERRORS_RIGHT and (precision(one.all) or 0) >= ALL_RIGHT
    ]
    if enough:
        return -max(enough)[1], True
    return max(tried, key=lambda one: (precision(one[1].all) or 0, -one[0]))[0], False


# -------------------------------------------------------------------------------- printing


_SEEDED = f"{'caught in tables':>18} {'in prose':>18}"


def by_bound(measured: Sequence[Measured], *, has_gold: bool) -> Iterator[str]:
    """A line for each bound: what would be reported if a finding began there."""
    known = sum(one.known for one in measured)
    judged = (
        f"{'errors real':>18} {'all real':>18} {'debatable':>9} {'false':>5} {'known found':>11}"
    )
    heads = judged if has_gold else f"{'differences':>11}"
    yield "if a finding began at so many bits (* where it begins now):"
    yield f"{'bits':>5} {heads} {_SEEDED}"
    for bound in sorted({*range(LEAD, MOST + 1, 2), DIFFERS}):
        one = tally(measured, bound)
        found = f"{sum(one.all.values()):11}"
        if has_gold:
            found = (
                f"{share(one.errors):>18} {share(one.all):>18} {one.all['debatable']:9} "
                f"{wrong(one.all):5} {one.all['real']:5} of {known:<2}"
            )
        mark = "*" if bound == DIFFERS else " "
        yield f"{mark}{bound:4} {found} {_seeded(one)}"


def by_band(measured: Sequence[Measured]) -> Iterator[str]:
    """A line for each band of bits: what lies in it, each finding by its strongest difference."""
    yield "in each band of bits:"
    yield f"{'bits':>7} {'real':>5} {'debatable':>9} {'false':>5} {'unjudged':>8} {_SEEDED}"
    starts = range(LEAD, MOST, BAND)
    bands = [(f"{start}-{start + BAND - 1}", start, start + BAND) for start in starts]
    bands.append((f"{bands[-1][2]}+", bands[-1][2], STANDS))
    bands.append(("stands", STANDS, STANDS + 1))
    for name, start, end in bands:
        one = tally(measured, start, end)
        yield (
            f"{name:>7} {one.all['real']:5} {one.all['debatable']:9} {one.all['false']:5} "
            f"{one.all['unjudged']:8} {_seeded(one)}"
        )


def by_fold(measured: Sequence[Measured]) -> Iterator[str]:
    """A line for each fold: the bound the other four choose, and what it makes of this one."""
    yield (
        f"{'fold':>4} {'companies':>9} {'documents':>9} {'bound':>5} {'errors real':>18} "
        f"{'all real':>18} {_SEEDED}"
    )
    parts = folds(measured)
    every = Tally(Counter(), Counter(), Counter(), Counter())
    loose: list[str] = []
    few: dict[str, list[str]] = {}
    for number, part in enumerate(parts, 1):
        bound, is_enough = chosen([one for other in parts if other is not part for one in other])
        one = tally(part, bound)
        every = every.with_more(one)
        yield _fold(str(number), part, str(bound), one)
        if not is_enough:
            loose.append(str(number))
        for words, found in (("errors", one.errors), ("findings", one.all)):
            if found["real"] + wrong(found) < FEW:
                few.setdefault(words, []).append(str(number))
    yield _fold("all", measured, "", every)
    if loose:
        yield (
            f"fold {', '.join(loose)}: on the other four no bound was precise enough, "
            "and the most precise was taken"
        )
    for words, numbers in few.items():
        yield f"fold {', '.join(numbers)}: fewer than {FEW} {words}, too few to mean anything alone"


def weighed_alone(measured: Sequence[Measured]) -> list[Measured]:
    """The same documents without the differences that no bound can move."""
    return [
        structs.replace(
            one, differences=tuple(each for each in one.differences if each.bits != STANDS)
        )
        for one in measured
    ]


def _fold(name: str, part: Sequence[Measured], bound: str, one: Tally) -> str:
    """The line of a fold."""
    return (
        f"{name:>4} {len({each.company for each in part}):9} {len(part):9} {bound:>5} "
        f"{share(one.errors):>18} {share(one.all):>18} {_seeded(one)}"
    )


def share(found: Counter[str]) -> str:
    """How many of the findings are real."""
    return _part(found["real"], found["real"] + wrong(found))


def _seeded(one: Tally) -> str:
    """How many of the errors seeded in each place are caught."""
    return " ".join(f"{_part(one.caught[place], one.seeded[place]):>18}" for place in PLACES)


def _part(some: int, whole: int) -> str:
    """How many of so many, and in percent."""
    if not whole:
        return "none"
    tenths = round(Fraction(1000 * some, whole))
    return f"{some} of {whole} {tenths // 10:3}.{tenths % 10}%"


def report(measured: Sequence[Measured], *, has_gold: bool) -> Iterator[str]:
    """Every table, a line at a time."""
    read = [one for one in measured if not one.failure]
    yield from (f"not read: {one.failure}" for one in measured if one.failure)
    why = Counter(one.unseeded for one in read)
    yield (
        f"documents: {len(read)}, companies: {len({one.company for one in read})}; "
        f"seeded errors: {sum(len(one.seeded) for one in read)}, in {why['']} of the documents "
        f"(too long: {why['too long']}, out of time: {why['too late']})"
    )
    if not has_gold:
        yield "no gold file: nobody has judged the differences, and seeded errors alone are told of"
    yield ""
    yield from by_bound(read, has_gold=has_gold)
    if has_gold:
        yield ""
        yield from by_band(read)
        yield ""
        yield "the bound chosen on four folds of companies, and reported on the fifth:"
        yield from by_fold(read)
        yield ""
        yield "the same without what stands unweighed, which no bound can move:"
        yield from by_fold(weighed_alone(read))


def main(words: Sequence[str]) -> int:
    """Prints every table; 2 where there is nothing to measure."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    asked.add_argument("--gold", type=Path, help="what people have judged")
    asked.add_argument("--errors", type=int, default=4, help="seeded in each place of a document")
    asked.add_argument("--minutes", type=int, default=10, help="no error is seeded later than that")
    asked.add_argument("--jobs", type=int, default=2, help="processes")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("folders", nargs="*", metavar="FOLDER", help="documents, or folders of them")
    told = asked.parse_args(words)
    paths = documents(told.folders or [str(CORPUS)])
    if not paths:
        print("there are no documents there", file=sys.stderr)
        return 2
    try:
        gold = read_gold(told.gold) if told.gold else {}
    except (OSError, DecodeError) as failure:
        print(f"{told.gold} is no gold file: {failure}", file=sys.stderr)
        return 2
    Random(told.seed).shuffle(paths)  # if time runs out, then not for one folder alone
    options = Options(told.errors, told.seed, time.monotonic() + 60 * told.minutes)
    running = outcomes(partial(measure, gold, options), _lost, paths, told.jobs)
    console = Console(stderr=True)
    watched = track(running, "Calibrating", len(paths), console=console, transient=True)
    measured = sorted(watched, key=lambda one: one.name)
    for line in report(measured, has_gold=bool(gold)):
        print(line)
    return 0


def _lost(path: str, why: str) -> Measured:
    """A document whose process died."""
    return Measured(Path(path).name, f"{path}: {why}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
