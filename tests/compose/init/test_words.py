"""A filing's words in a narrative."""

import pytest

from tieout.compose.blocks import Paragraph
from tieout.compose.init.words import escaped, legible, opening, plain, quoted, remark
from tieout.compose.narrative.markdown import blocks


def _no_statement(number: int) -> Paragraph:
    raise AssertionError(number)


@pytest.mark.parametrize(
    "words",
    [
        "5 * 3 * 2 and a_b_c",
        "# not a heading",
        "- no entry",
        "1. no list",
        "2) nor this",
        "back\\slash `code` [link](x) <b>",
        "---",
        "+ plus",
    ],
)
def test_markdown_finds_nothing_of_its_own(words: str) -> None:
    (block,) = blocks(opening(escaped(words)), _no_statement)
    assert isinstance(block, Paragraph)
    assert "".join(run.text for run in block.runs) == words


def test_braces_print_themselves() -> None:
    assert escaped("{{ company }}") == '{{ "{" }}{{ "{" }} company }}'
    assert quoted("{% for %}") == '{{ "{" }}% for %}'


def test_blanks_at_the_ends_are_kept_as_one() -> None:
    assert plain("  of\n the \t", "html") == " of the "
    assert plain("\\$5 <i>million</i>", "text") == "$5 million"
    assert plain("*as reported", "html") == "*as reported"
    assert plain(" \n ", "html") == " "


def test_typewritten_codes_are_read_as_their_characters() -> None:
    """Microsoft's page of April 29, 2020 has the quotes of code page 1252 as control characters."""
    assert (
        legible("\x93Stockholders\x92 equity\x94 \x97")
        == "\u201cStockholders\u2019 equity\u201d \u2014"
    )
    assert legible("\U000f0000marked\U0010fffd") == "marked"


def test_a_remark_prints_nothing_and_cannot_be_closed_from_inside() -> None:
    assert remark("needs  #} x") == "{# not tied: needs # } x #}"
