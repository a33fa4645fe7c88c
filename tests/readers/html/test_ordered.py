"""A page put in order by a parser: Lexbor, or another that was given."""

from collections.abc import Iterator

import pytest

from tieout.errors import Unreadable
from tieout.readers import html as reader
from tieout.readers.html.ordered import give, ordered


@pytest.fixture(autouse=True)
def _lexbor_again() -> Iterator[None]:
    yield
    give(None)


def test_every_tag_is_closed_and_every_value_quoted() -> None:
    body = "<body><table><tbody><tr><td>1</td></tr></tbody></table></body>"
    assert ordered("<table><TR><td>1") == body
    assert ordered("<p Align=right>1") == '<body><p align="right">1</p></body>'


def test_words_in_which_nothing_is_a_tag_are_written_as_words() -> None:
    assert ordered("<xmp><b>1</b></xmp>2") == "<body>&lt;b&gt;1&lt;/b&gt;2</body>"


def test_a_page_without_a_body_is_refused() -> None:
    with pytest.raises(Unreadable, match="no body"):
        ordered("<frameset><frame></frameset>")


def test_a_page_is_read_by_the_parser_that_is_given() -> None:
    asked: list[str] = []

    def parser(source: str) -> str | None:
        asked.append(source)
        return None if "frame" in source else "<body><p>7 is given</p></body>"

    give(parser)
    assert reader.read(b"<html><p>5").text == "7 is given\n"
    with pytest.raises(Unreadable, match="no body"):
        reader.read(b"<html><frameset>")
    assert asked == ["<html><p>5", "<html><frameset>"]
