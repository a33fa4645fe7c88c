"""What shared words say of a tick, learned: prints the table [tie] of proof/bounds.toml.

    python tools/tie_words.py FOLDER...

Every claim of the documents is looked for as it is told, and with a digit of it altered: what is
found for the second is found by chance. Logistic regression by company folds (a company is a
file's name up to its first "-"): each fold's weights are learned on the other four.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import exp, log
from pathlib import Path

from msgspec import structs

from tieout.engine import understood
from tieout.errors import Unreadable
from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions, mentions
from tieout.model.amount import Amount
from tieout.proof.bounds import Tie, bounds
from tieout.proof.words import likely, said, shared
from tieout.readers import open_document

FOLDS = 5
PARTS = 32
ALTERED = 2
"""So many altered figures a claim."""
TRIED = 6
"""Of so many numbers that print as a figure, those whose words fit best, one is taken."""
MOST_BESIDE = 8
CHANCE = 0.009
"""So many of the altered figures may tick."""

NAMES = Tie.__struct_fields__
ONE_EACH = [(name, Tie(**{other: int(other == name) for other in NAMES})) for name in NAMES]
"""What counts how much there is of each thing that is weighed, by its name."""

Row = tuple[str, bool, list[dict[str, int]]]
Weights = dict[str, float]


def rows_of(path: Path) -> list[Row]:
    """Every claim of a document, told and altered, with what speaks for each candidate."""
    try:
        release = understood(open_document(path.name, path.read_bytes()))
    except Unreadable:
        return []
    evidence = Evidence.gather((release,))
    held, rng = mentions(evidence), random.Random(path.name)
    company = path.name.partition(".")[0].partition("-")[0]
    found: list[Row] = []
    for claim in held.claims:
        if not claim.amount.mantissa or len(claim.others) >= MOST_BESIDE:
            continue
        found.append((company, True, list(candidates(held, claim))))
        for amount in altered(claim.amount, rng):
            if abs(amount) not in claim.others:
                other = structs.replace(claim, amount=amount)
                found.append((company, False, list(candidates(held, other))))
    return found


def altered(amount: Amount, rng: random.Random) -> Iterator[Amount]:
    """The amount with one of its digits changed."""
    told = str(abs(amount.mantissa))
    for _ in range(ALTERED):
        place = rng.randrange(len(told))
        first = "1" if place == 0 and len(told) > 1 else "0"
        digit = rng.choice([one for one in "0123456789" if one >= first and one != told[place]])
        changed = int(f"{told[:place]}{digit}{told[place + 1 :]}")
        if changed:
            yield Amount(changed, amount.exponent, amount.unit)


def candidates(held: Mentions, claim: Mention) -> Iterator[dict[str, int]]:
    """What speaks for each number that prints as the claim, those of best words first."""
    told = [one for one in held.printed(claim.amount, claim.role) if is_other(claim, one)]
    told.sort(key=lambda one: -shared(held, claim, one))
    for one in told[:TRIED]:
        found = said(held, claim, one)
        counts = {name: likely(found, claim, one, len(told), tie) for name, tie in ONE_EACH}
        if counts["otherwise"]:
            continue  # words that name another period deny it, whatever claims show
        yield {name: count for name, count in counts.items() if count and name != "least"}


def is_other(claim: Mention, other: Mention) -> bool:
    """True for a number of another sentence, or of a table."""
    mine, its = claim.claim, other.claim
    return mine is None or its is None or mine.sentence != its.sentence


def score(weights: Weights, counts: dict[str, int]) -> float:
    """The log of the odds, in bits."""
    return sum(weights.get(name, 0.0) * count for name, count in counts.items())


def best(weights: Weights, row: Row) -> dict[str, int] | None:
    """The likeliest candidate of a claim."""
    return max(row[2], key=lambda counts: score(weights, counts), default=None)


def learned(rows: Sequence[Row], weights: Weights) -> Weights:
    """The weights that tell claims from altered ones, best candidates chosen anew each time."""
    for _ in range(3):
        chosen = [(one, row[1]) for row in rows if (one := best(weights, row)) is not None]
        weights = fitted(chosen, weights)
    return weights


def fitted(chosen: Sequence[tuple[dict[str, int], bool]], start: Weights) -> Weights:
    """Logistic regression by Newton's steps."""
    names = sorted({name for counts, _ in chosen for name in counts})
    weights = {name: start.get(name, 0.0) * log(2) for name in names}
    at = {name: n for n, name in enumerate(names)}
    for _ in range(6):
        size = len(names)
        slope = [-0.5 * weights[name] for name in names]
        bend = [[0.5 if n == m else 0.0 for m in range(size)] for n in range(size)]
        for counts, is_told in chosen:
            raw = sum(weights[name] * count for name, count in counts.items())
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, raw))))
            spread = likely * (1 - likely)
            held = [(at[name], count) for name, count in counts.items() if count]
            for n, count in held:
                slope[n] += (is_told - likely) * count
                for m, other in held:
                    bend[n][m] += spread * count * other
        for name, step in zip(names, solved(bend, slope), strict=True):
            weights[name] += step
    return {name: weight / log(2) for name, weight in weights.items()}


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of linear equations, by elimination."""
    size = len(right)
    rows = [[*row, right[n]] for n, row in enumerate(matrix)]
    for n in range(size):
        pivot = max(range(n, size), key=lambda m: abs(rows[m][n]))
        rows[n], rows[pivot] = rows[pivot], rows[n]
        for m in range(size):
            if m != n:
                by = rows[m][n] / rows[n][n]
                rows[m] = [a - by * b for a, b in zip(rows[m], rows[n], strict=True)]
    return [rows[n][size] / rows[n][n] for n in range(size)]


def ticked(rows: Sequence[Row], weights: Weights, least: float) -> tuple[int, int]:
    """How many claims tick, and how many altered ones do."""
    told = [row[1] for row in rows if (one := best(weights, row)) and score(weights, one) >= least]
    return sum(told), len(told) - sum(told)


def bound(rows: Sequence[Row], weights: Weights) -> float:
    """The least score that so many altered figures have by chance."""
    chance = sorted(
        (score(weights, one) for row in rows if not row[1] and (one := best(weights, row))),
        reverse=True,
    )
    altered_ones = sum(not row[1] for row in rows)
    return chance[min(len(chance) - 1, int(CHANCE * altered_ones))]


def main(folders: Sequence[str]) -> None:
    """Prints what each fold left out gives, and the table learned from all."""
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*") if path.is_file())
    with ProcessPoolExecutor(2) as pool:
        rows = [row for found in pool.map(rows_of, paths) for row in found]
    companies = sorted({row[0] for row in rows})
    fold = {company: n % FOLDS for n, company in enumerate(companies)}
    table = structs.asdict(bounds().tie)
    shipped = {name: weight / PARTS for name, weight in table.items() if name != "least"}
    print(f"{len(paths)} documents, {len(companies)} companies, {len(rows)} figures")
    print("fold  told  ticked  altered  ticked")
    for n in range(FOLDS):
        others = [row for row in rows if fold[row[0]] != n]
        left_out = [row for row in rows if fold[row[0]] == n]
        weights = learned(others, shipped)
        told, chance = ticked(left_out, weights, bound(others, weights))
        count = sum(row[1] for row in left_out)
        print(f"{n + 1:4} {count:5} {told:7} {len(left_out) - count:8} {chance:7}")
    told, chance = ticked(rows, shipped, table["least"] / PARTS)
    print(f"with the table that ships: {told} claims tick, {chance} altered ones")
    weights = learned(rows, shipped)
    for name in table:
        if name not in ("otherwise", "least"):
            print(f"{name} = {round(PARTS * weights.get(name, 0))}")
    print(f"least = {round(PARTS * bound(rows, weights))}")


if __name__ == "__main__":
    main(sys.argv[1:])
