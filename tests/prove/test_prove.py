"""Errors seeded in the Capstone releases, and what becomes of them."""

from pathlib import Path

import pytest

from tieout.engine import read
from tieout.model.sensitivity import Slip
from tieout.prove import Trial


@pytest.fixture(scope="module")
def trial(house: Path) -> Trial:
    path = house / "examples" / "capstone-fy2008q2-8k.txt"
    return Trial(read(path.name, path.read_bytes()))


def test_the_same_seed_makes_the_same_errors(trial: Trial) -> None:
    assert trial.slips(40, seed=3) == trial.slips(40, seed=3)
    assert trial.slips(40, seed=3) != trial.slips(40, seed=4)


def test_as_many_as_asked_for_half_of_them_digits(trial: Trial) -> None:
    slips = trial.slips(60, seed=1)
    kinds = [slip.kind for slip in slips]
    assert len(slips) == 60
    assert kinds.count("digit changed") == 30
    assert len(set(kinds)) == 8


def first(trial: Trial, kind: str, text: str) -> Slip:
    figures = trial.workpaper.subject.document.figures
    return next(
        slip
        for slip in trial.slips(2000, seed=1)
        if slip.kind == kind and figures[slip.figure].text == text
    )


def test_a_changed_total_is_caught_by_footing(trial: Trial) -> None:
    seeded = trial.seed(first(trial, "digit changed", "72,058"))
    assert seeded.fate == "caught"
    assert "FT001" in seeded.rules


def test_an_error_in_what_nothing_repeats_is_missed_and_says_so(trial: Trial) -> None:
    seeded = trial.seed(first(trial, "digit changed", "415,000,000"))
    assert (seeded.fate, seeded.why) == ("missed", "no redundancy")


def test_an_error_of_which_only_a_lead_speaks_is_noticed_and_not_proven(trial: Trial) -> None:
    seeded = trial.seed(first(trial, "scale slip", "145,474,074"))
    assert (seeded.fate, seeded.why, seeded.rules) == ("led", "not proven", ())


def test_a_proof_counts_what_no_check_protects(trial: Trial) -> None:
    slips = trial.slips(12, seed=1)
    proof = trial.proof("capstone", 1, [trial.seed(slip) for slip in slips])
    counts = trial.workpaper.coverage
    assert sum(proof.unprotected.values()) == counts["not-tested"]
    assert proof.figures == counts["figures"] - counts["excluded"]
    assert proof.total.errors == 12
    assert sum(tally.caught for tally in proof.by_kind.values()) == proof.total.caught
