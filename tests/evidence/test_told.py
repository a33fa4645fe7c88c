"""What a function tells of statements is told again of those alone that differ."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import read
from tieout.evidence.told import Told
from tieout.model.memo import afresh
from tieout.model.statement import Statement

EXAMPLE = Path(__file__).with_name("example-corp.txt")


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, Statement]:
    (first,) = read("release.txt", EXAMPLE.read_bytes()).statements
    return first, structs.replace(first, facts=first.facts[2:])


def captions(number: int, statement: Statement) -> Mapping[str, Sequence[int]]:
    """In which statements a caption stands."""
    return {fact.caption: (number,) for fact in statement.facts}


def test_all_statements_tell_one_after_the_other(statements: tuple[Statement, ...]) -> None:
    told = Told(statements, afresh)
    assert told.by_all(captions)["Gross profit"] == [0, 1]
    assert told.by_all(captions)["Revenue"] == [0]
    assert [len(one) for one in told.in_each(captions)] == [5, 4]


def test_only_a_statement_that_differs_tells_again(statements: tuple[Statement, ...]) -> None:
    first, second = statements
    was, now = Told(statements, afresh), Told((first, first), afresh)
    assert now.again(was, captions, {1: False}) == {"Revenue"}
    assert now.by_all(captions) == Told((first, first), afresh).by_all(captions)
    assert now.in_each(captions)[0] is was.in_each(captions)[0]
    assert second is not first


def test_where_words_differ_all_is_told_otherwise(statements: tuple[Statement, ...]) -> None:
    was, now = Told(statements, afresh), Told(statements, afresh)
    assert set(now.again(was, captions, {1: True})) == set(was.in_each(captions)[1])
