"""Words in styles: measured, broken, cut, and drawn with codes or without."""

import pytest

from tieout.reports.terminal._canvas import Canvas, said
from tieout.reports.terminal._text import Text, broken, cells


def lines(words: str, room: int, then: int = 0) -> list[str]:
    return [words[start:end] for start, end in broken(words, room, then or room)]


@pytest.mark.parametrize(
    ("words", "width"),
    [("Revenue", 7), ("\u2713 \u00e9t\u00e9", 5), ("\u6771\u4eac", 4), ("e\u0301", 1)],
)
def test_words_fill_what_a_terminal_gives_them(words: str, width: int) -> None:
    assert cells(words) == width


def test_lines_break_between_words_and_later_ones_have_their_own_room() -> None:
    assert lines("net loss of $3.1 million", 12, 8) == ["net loss of", "$3.1", "million"]
    assert lines("  F  total", 20) == ["  F  total"]
    assert lines("", 9) == []


def test_what_fills_a_line_to_the_last_column_stays_on_it() -> None:
    assert lines("abc def", 7) == ["abc def"]
    assert lines("abc def", 6) == ["abc", "def"]


def test_a_word_longer_than_a_line_is_broken_and_goes_on_with_its_end() -> None:
    assert lines("a bcdefgh i", 3) == ["a", "bcd", "efg", "h i"]
    assert lines("\u6771\u4eac\u6771", 3) == ["\u6771", "\u4eac", "\u6771"]


def test_a_long_word_costs_what_a_short_one_does_a_character() -> None:
    assert len(lines("x" * 1_000_000, 40)) == 25_000
    assert lines(" " * 1_000_000, 40) == []


def test_the_style_of_the_first_words_holds_for_what_is_added() -> None:
    line = (
        Text("sum ", "bold red").append_text(said("5", "green")).append(" ").append("!", "italic")
    )
    assert line.drawn(colour=False) == "sum 5 !"
    assert line.drawn(colour=True) == (
        "\x1b[1;31msum \x1b[0m\x1b[1;32m5\x1b[0m\x1b[1;31m \x1b[0m\x1b[1;3;31m!\x1b[0m"
    )


def test_rich_shows_it_as_the_page_does() -> None:
    from rich.console import Console

    line = Text("sum ", "bold").append("5", "reverse").append(" of 6")
    console = Console(color_system="standard", force_terminal=True, highlight=False)
    with console.capture() as shown:
        console.print(line)
    assert shown.get() == line.drawn(colour=True) + "\n"


def test_what_is_cut_keeps_its_styles_and_says_that_there_was_more() -> None:
    line = Text("net ", "bold").append("income", "red")
    line.truncate(7)
    assert line.drawn(colour=True) == "\x1b[1mnet \x1b[0m\x1b[1;31min\x1b[0m\x1b[1m\u2026\x1b[0m"


def test_a_figure_that_a_document_parts_stands_on_one_line() -> None:
    canvas = Canvas(40, colour=False)
    canvas.put(said("  31.7 \n      million,\t35"), indent=2)
    assert canvas.bytes() == b"    31.7 million, 35\n"


def test_a_title_longer_than_the_page_ends_with_it() -> None:
    canvas = Canvas(40, colour=False)
    canvas.title("\u6771" * 30)
    assert canvas.bytes().decode() == "\n" + "\u6771" * 20 + "\n"
