"""A pattern made late is the pattern made at once."""

import re
from collections.abc import Callable
from unittest import mock

import pytest

from tieout.patterns import pattern

Pattern = re.Pattern[str]


@pytest.mark.parametrize(
    "asked",
    [
        lambda one: one.search("net loss of $5 million")[0],
        lambda one: one.sub("#", "5 and 25"),
        lambda one: [found.span() for found in one.finditer("5 and 25")],
        lambda one: one.match("5"),
        lambda one: (one.pattern, one.flags, one.groups, one.groupindex),
    ],
)
def test_a_late_pattern_answers_as_the_compiled_one(asked: Callable[[Pattern], object]) -> None:
    late, compiled = (
        pattern(r"\$?(?P<whole>[0-9])\b", re.IGNORECASE),
        re.compile(r"\$?(?P<whole>[0-9])\b", re.IGNORECASE),
    )
    assert repr(asked(late)) == repr(asked(compiled))


def test_a_late_pattern_is_compiled_once_and_not_before_it_is_asked() -> None:
    with mock.patch.object(re, "compile", wraps=re.compile) as compiling:
        late = pattern("a+")
        assert late.pattern == "a+"
        assert not compiling.called
        assert late.search("caat")
        assert late.fullmatch("aa")
        assert late.search("a")
        assert compiling.call_count == 1


def test_bytes_are_searched_by_a_pattern_of_bytes() -> None:
    assert pattern(rb"<html\b").search(b"<html>")


def test_what_is_no_pattern_is_so_when_it_is_asked() -> None:
    late = pattern("(")
    with pytest.raises(re.error):
        late.search("")
