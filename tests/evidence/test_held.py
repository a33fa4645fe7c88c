"""Facts in hand are those held before, with others in the place of those that differ."""

from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import read
from tieout.evidence.held import held_again, held_of
from tieout.model.statement import Statement
from tieout.model.workpaper import Release

EXAMPLE = Path(__file__).with_name("example-corp.txt")


@pytest.fixture(scope="module")
def release() -> Release:
    return read("release.txt", EXAMPLE.read_bytes())


def with_fact(statement: Statement, **changes: object) -> Statement:
    """The statement with its first fact changed."""
    first, *others = statement.facts
    return structs.replace(statement, facts=(structs.replace(first, **changes), *others))


def test_a_fact_takes_the_place_of_the_one_that_stood_there(release: Release) -> None:
    statement, *others = release.statements
    now = (with_fact(statement, amount=statement.facts[1].amount), *others)
    held = held_of([release])
    again = held_again(held, release.statements, now)
    assert again == held_of([structs.replace(release, statements=now)])
    assert again != held


def test_a_fact_of_another_concept_is_held_anew(release: Release) -> None:
    statement, *others = release.statements
    now = (with_fact(statement, concept="us-gaap:Assets"), *others)
    assert held_again(held_of([release]), release.statements, now) is None


def test_where_many_tell_one_thing_their_numbers_say_which_are_held(release: Release) -> None:
    statement, *others = release.statements
    many = structs.replace(statement, facts=statement.facts[:1] * 9)
    was, now = (many, *others), (with_fact(many, amount=statement.facts[1].amount), *others)
    held = held_of([structs.replace(release, statements=was)])
    assert held_again(held, was, now) is None
