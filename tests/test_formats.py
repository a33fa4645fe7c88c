"""Formats are the public modules of a package."""

import sys

import pytest

from tieout.errors import Misuse
from tieout.formats import format_named, formats_of


@pytest.mark.parametrize(
    ("package", "names"),
    [
        ("tieout.reports", ("html", "json", "terminal", "xlsx")),
        ("tieout.compose.outputs", ("html", "markdown", "text", "word")),
    ],
)
def test_formats_are_the_public_modules(package: str, names: tuple[str, ...]) -> None:
    assert formats_of(package) == names
    assert format_named(package, "html") is sys.modules[f"{package}.html"]


@pytest.mark.parametrize("name", ["pdf", "_words", "../html", ""])
def test_any_other_name_is_told_the_choice(name: str) -> None:
    with pytest.raises(Misuse, match=r"there is no format '.*': choose one of html, json, term"):
        format_named("tieout.reports", name)
