"""The numbers that a claim may be of, the best bound first."""

from msgspec import structs

from tieout.engine import read
from tieout.evidence.candidates import as_level, candidates, number
from tieout.evidence.gathered import Evidence
from tieout.lexicon.labels import UNNAMED
from tieout.model.claim import Claim
from tieout.model.unit import DOLLARS
from tieout.model.workpaper import Release

TABLE = "ACME CORPORATION\nCONDENSED"


def asked(small: Release, prose: str) -> tuple[Evidence, Claim]:
    """The release with another paragraph, and the last claim of it."""
    text = small.document.text.replace(TABLE, f"{prose}\n\n{TABLE}", 1)
    release = read("other.txt", text.encode())
    return Evidence.gather([release]), release.claims[-1]


def bound(evidence: Evidence, claim: Claim) -> list[tuple[str, str]]:
    assert claim.period is not None
    return [(one.shown, one.bound) for one in candidates(evidence, claim, claim.period)]


def test_a_concept_of_a_primary_statement_comes_first(small: Release) -> None:
    evidence, claim = asked(small, "Revenue for the second quarter rose 145% from a year ago.")
    assert bound(evidence, claim)[0] == ("$7,219", "concept")
    found = number(evidence, claim, claim.period)
    assert found is not None
    assert found.shown == "$7,219"


def test_what_no_statement_has_is_bound_by_what_was_said_of_it(small: Release) -> None:
    evidence, claim = asked(
        small,
        "Order backlog was $8 million at September 30, 2007, and order backlog was $5 million at "
        "September 30, 2006, so order backlog rose 60% at September 30, 2007.",
    )
    assert {way for _, way in bound(evidence, claim)} <= {"sentence", "digits"}


def test_a_number_of_another_kind_is_none(small: Release) -> None:
    evidence, claim = asked(small, "Revenue for the second quarter rose 145% from a year ago.")
    assert claim.period is not None
    found = candidates(evidence, claim, claim.period)
    assert all(one.amount.unit == DOLLARS for one in found)


def test_words_that_name_nothing_or_no_period_have_no_number(small: Release) -> None:
    evidence, claim = asked(small, "Revenue for the second quarter rose 145% from a year ago.")
    assert number(evidence, claim, None) is None
    assert number(evidence, structs.replace(claim, concept=UNNAMED), claim.period) is None


def test_a_change_is_of_a_level_in_money(small: Release) -> None:
    _, claim = asked(small, "Revenue for the second quarter rose 145% from a year ago.")
    level = as_level(claim)
    assert (level.form, level.amount.unit) == ("level", DOLLARS)
    assert as_level(level) == level
