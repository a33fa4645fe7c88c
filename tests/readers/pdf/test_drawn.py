"""Rules over rows."""

from tieout.readers.pdf.drawn import with_rules
from tieout.readers.pdf.lines import Line, Piece
from tieout.readers.pdf.pages import Rule


def row(base: float, caption: str = "Total") -> Line:
    return Line(base, 10, 400, (Piece(caption, 50, 80), Piece("1,234", 300, 330)))


def ruled(lines: list[Line], *rules: Rule) -> list[bool]:
    return [line.ruled for line in with_rules(lines, rules)]


def test_a_rule_right_above_a_figure_rules_its_row() -> None:
    assert ruled([row(100), row(112)], Rule(290, 335, 103)) == [False, True]


def test_a_rule_elsewhere_rules_nothing() -> None:
    assert ruled([row(100), row(112)], Rule(50, 80, 103)) == [False, False]
    assert ruled([row(100), row(150)], Rule(290, 335, 103)) == [False, False]


def test_a_typed_rule_rules_the_row_under_it_and_is_no_line() -> None:
    stroke = Line(106, 10, 400, (Piece("-----", 300, 330),))
    lines = with_rules([row(100), stroke, row(112)], [])
    assert [(line.text, line.ruled) for line in lines] == [
        ("Total\t1,234", False),
        ("Total\t1,234", True),
    ]
