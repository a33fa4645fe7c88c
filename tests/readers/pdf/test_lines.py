"""Words made lines and pieces."""

from collections.abc import Callable

from tieout.readers.pdf.lines import Line, is_stroke, lines_of
from tieout.readers.pdf.pages import open_pages

Make = Callable[..., bytes]
At = Callable[..., str]
REST = "Net income was as reported"


def lines(raw: bytes) -> list[Line]:
    (page,) = open_pages(raw)
    return lines_of(page.words)


def pieces(line: Line) -> list[str]:
    return [piece.text for piece in line.pieces]


def test_wide_gaps_part_a_line_into_pieces(made: Make, at: At) -> None:
    (line,) = lines(made(at(50, 700, "Total net sales") + at(300, 700, "9,583")))
    assert pieces(line) == ["Total net sales", "9,583"]
    assert (round(line.left), round(line.right)) == (50, 330)
    assert line.text == "Total net sales\t9,583"


def test_two_figures_are_parted_by_less_than_words_are(made: Make, at: At) -> None:
    shown = at(50, 700, "Net income (loss)") + at(300, 700, "1,234") + at(336, 700, "(567)")
    (line,) = lines(made(shown))
    assert pieces(line) == ["Net income (loss)", "1,234", "(567)"]


def test_signs_apart_join_their_number(made: Make, at: At) -> None:
    shown = at(50, 700, REST)
    for x, words in [(250, "$"), (300, "("), (306, "567"), (326, ")"), (340, "%"), (400, "$")]:
        shown += at(x, 700, words)
    (line,) = lines(made(shown + at(440, 700, "—") + at(470, 700, "bps")))
    assert pieces(line) == [REST, "$ (567)%", "$ \u2014 bps"]


def test_a_dash_is_whole_and_takes_no_sign_of_the_next_column(made: Make, at: At) -> None:
    shown = at(250, 700, "$") + at(280, 700, "—") + at(290, 700, "$") + at(320, 700, "7")
    (line,) = lines(made(at(50, 700, REST) + shown))
    assert pieces(line) == [REST, "$ \u2014", "$ 7"]


def test_raised_marks_belong_to_their_line(made: Make, at: At) -> None:
    shown = at(50, 700, "Free cash flow") + at(134, 704, "1", size=6) + at(300, 700, "9,582")
    (line,) = lines(made(shown + at(330, 704, "2", size=6)))
    assert pieces(line) == ["Free cash flow 1", "9,582 2"]


def test_a_baseline_a_little_lower_is_the_same_line(made: Make, at: At) -> None:
    (line,) = lines(made(at(50, 700, REST) + at(300, 697, "9,582")))
    assert pieces(line) == [REST, "9,582"]


def test_leaders_are_left_out(made: Make, at: At) -> None:
    (line,) = lines(made(at(50, 700, "Net income was ......") + at(300, 700, "5")))
    assert pieces(line) == ["Net income was", "5"]


def test_a_rule_may_be_typed(made: Make, at: At) -> None:
    words, stroke = lines(made(at(50, 700, REST) + at(300, 680, "------") + at(400, 680, "=====")))
    assert is_stroke(stroke)
    assert not is_stroke(words)
