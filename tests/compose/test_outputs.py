"""The formats, found by being there."""

import pytest

from tieout.compose.outputs import formats, output
from tieout.errors import Misuse


def test_a_format_is_a_module() -> None:
    assert formats() == ("html", "markdown", "text", "word")
    assert [output(name).SUFFIX for name in formats()] == [".htm", ".md", ".txt", ".docx"]


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(Misuse, match="choose one of html"):
        output("pdf")
