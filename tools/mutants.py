"""Changes one operator, number or condition of a module at a time, and tells which no test sees.

    python tools/mutants.py [--seed N] [--most N] [--jobs N] [MODULE...]

A module is a path below src/tieout, or the start of one: `statements/sums`. Without any, all of
PLACES are taken. Of the changes to a module, `--most` are drawn by the seed: some are no change of
behaviour at all, so a survivor is a question, to be answered by a test or by deleting the code.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path

from cosmic_ray.commands.init import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome
from msgspec import Struct

HOUSE = Path(__file__).resolve().parent.parent
PLACES = {
    "model/amount.py": ["tests/model/test_amount.py", "tests/rules"],
    "statements/sums": ["tests/statements"],
    "claims/grammar": ["tests/claims"],
    "proof": ["tests/proof"],
}
"""The rooms whose thresholds decide what is called wrong, and their own tests."""

OUTCOMES = "tests/corpus/test_corpus.py::test_an_exhibit_comes_to_what_it_came_to"
BEHIND = ["tests/test_pages.py", OUTCOMES]
"""Tests that see much of every room, behind its own."""

COPIED = ["src", "tests", "tools", "examples", "pyproject.toml"]
SECONDS = 300
"""A change under which the tests take longer is seen: it never ends."""

KINDS = frozenset(
    f"core/{name}"
    for name in (
        *("NumberReplacer", "AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue"),
        *("ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceBreakWithContinue"),
        *("ReplaceContinueWithBreak", "ZeroIterationForLoop"),
        *(f"ReplaceUnaryOperator_Delete_{one}" for one in ("USub", "Not")),
        *(f"ReplaceBinaryOperator_{one}" for one in ("Add_Sub", "Sub_Add", "Mul_Add", "Mod_Add")),
        *(f"ReplaceBinaryOperator_{one}" for one in ("Div_Mul", "FloorDiv_Mul", "Pow_Mul")),
        *(f"ReplaceComparisonOperator_{one}" for one in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
        *(f"ReplaceComparisonOperator_{one}" for one in ("Eq_NotEq", "NotEq_Eq", "Is_IsNot")),
        "ReplaceComparisonOperator_IsNot_Is",
    )
)
"""One change of each kind: to replace an operator by each of the others shows the same again."""


class Survivor(Struct, frozen=True):
    """A change that no test saw."""

    place: str
    change: str


def main() -> int:
    """Prints every survivor, and how many changes were made; 1 where the tests fail as it is."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    words.add_argument("modules", nargs="*", metavar="MODULE")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--most", type=int, default=10, help="changes to a module (10)")
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = words.parse_args()
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "src"}
    with (
        tempfile.TemporaryDirectory() as copies,
        ProcessPoolExecutor(asked.jobs, initializer=_settle, initargs=(copies,)) as workers,
    ):
        for module, tests in _modules(asked.modules or [*PLACES]):
            if not workers.submit(_holds, tests).result():
                print(f"{module}: its tests fail as it is", file=sys.stderr)
                return 1
            every = _changes(module)
            drawn = random.Random(asked.seed).sample(every, min(asked.most, len(every)))
            ends = [workers.submit(_survivor, one, tests) for one in drawn]
            survivors = [one for end in ends if (one := end.result()) is not None]
            print(f"{module}: {len(survivors)} of {len(drawn)} not seen ({len(every)} in all)")
            for one in survivors:
                print(f"  {one.place}\n{one.change}", flush=True)
    return 0


def _modules(asked: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Every module of the places asked for that is there, and the tests to run for it."""
    for place, tests in PLACES.items():
        found = [HOUSE / "src" / "tieout" / place]
        if found[0].is_dir():
            found = sorted(found[0].rglob("*.py"))
        there = [path for path in (*tests, *BEHIND) if (HOUSE / path.partition("::")[0]).exists()]
        for path in found:
            name = path.relative_to(HOUSE / "src" / "tieout").as_posix()
            if path.exists() and any(name.startswith(start) for start in asked):
                yield f"src/tieout/{name}", there


def _changes(module: str) -> list[MutationSpec]:
    """Every change of one of the kinds that can be made to the module."""
    with tempfile.TemporaryDirectory() as place, use_db(f"{place}/work.sqlite") as work:
        init([Path(module)], work, {})
        found = [change for item in work.work_items for change in item.mutations]
    return [one for one in found if one.operator_name in KINDS]


def _settle(copies: str) -> None:
    """Gives a worker a copy of the tree of its own to change."""
    place = next(p for n in count() if not (p := Path(copies) / f"{os.getpid()}-{n}").exists())
    place.mkdir()
    for name in COPIED:
        source = HOUSE / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, place / name)
    os.chdir(place)


def _command(tests: list[str]) -> str:
    """The tests, up to the first that fails."""
    return f"{sys.executable} -m pytest -x -q -p no:cacheprovider {' '.join(tests)}"


def _holds(tests: list[str]) -> bool:
    """True where the tests pass as the module is."""
    outcome, _ = run_tests(_command(tests), SECONDS)
    return bool(outcome == TestOutcome.SURVIVED)


def _survivor(change: MutationSpec, tests: list[str]) -> Survivor | None:
    """The change, where no test sees it."""
    result = mutate_and_test([change], _command(tests), SECONDS)
    if result.test_outcome != TestOutcome.SURVIVED:
        return None
    lines = (result.diff or "").splitlines()
    changed = [one for one in lines if one[:1] in "+-" and one[:3] not in ("+++", "---")]
    return Survivor(f"{change.module_path}:{change.start_pos[0]}", "\n".join(changed))


if __name__ == "__main__":
    sys.exit(main())
