"""Formats are the public modules of a package."""

import sys

import pytest

from tieout.errors import Misuse
from tieout.formats import format_named, formats_of


@pytest.mark.parametrize(
    ("package", "names"),
    [
        ("tieout.reports", ("docx", "html", "json", "pdf", "summary", "terminal", "xlsx")),
        ("tieout.compose.outputs", ("html", "markdown", "text", "word")),
    ],
)
def test_formats_are_the_public_modules(package: str, names: tuple[str, ...]) -> None:
    found = formats_of(package)
    assert found == names
    assert list(found) == sorted(found)
    assert not any(name.startswith("_") for name in found)
    assert format_named(package, "html") is sys.modules[f"{package}.html"]


@pytest.mark.parametrize("name", ["parchment", "_words", "../html", ""])
def test_any_other_name_is_told_the_choice(name: str) -> None:
    with pytest.raises(Misuse, match=r"there is no format '.*': choose one of .*html, json"):
        format_named("tieout.reports", name)
