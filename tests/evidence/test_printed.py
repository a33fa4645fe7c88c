from tieout.evidence import printed
from tieout.model.statement import Statement
from tieout.model.workpaper import Release


def cell(small: Release, caption: str, column: int) -> tuple[str, int, bool]:
    statement: Statement = small.statements[0]
    line = next(n for n, one in enumerate(statement.lines) if one.caption.startswith(caption))
    known = printed.of_cell(small, 0, statement, line, column)
    assert known is not None
    return known.shown, int(known.value), known.is_total


def test_a_cell_has_the_sign_as_printed(small: Release) -> None:
    assert cell(small, "Revenue", 0) == ("$7,219", 7_219_000, False)
    assert cell(small, "Gross loss", 0) == ("(756)", -756_000, True)
    assert cell(small, "Weighted", 0) == ("145,440", 145_440_000, False)


def test_a_nil_cell_is_zero_for_sure_and_has_no_place(small: Release) -> None:
    statement = small.statements[0]
    line = next(n for n, one in enumerate(statement.lines) if one.caption == "Other income")
    known = printed.of_cell(small, 0, statement, line, 0)
    assert known is not None
    assert known.value == 0
    assert known.shown == "nil"
    assert not known.sources
    assert known.reach.width == 0


def test_a_claim_is_shown_as_prose_tells_it(small: Release) -> None:
    shown = [printed.of_claim(small, 0, claim).shown for claim in small.claims]
    assert shown == ["$7.2 million", "145%", "$2.9 million"]


def test_a_figure_of_which_nothing_is_known_is_shown_as_it_is_printed(small: Release) -> None:
    told = {
        figure.text: printed.of_figure(small, 0, number)
        for number, figure in enumerate(small.document.figures)
    }
    shown = {text: known.shown for text, known in told.items() if known is not None}
    assert shown["7.2 million"] == "$7.2 million"
    assert shown["145%"] == "145%"
    assert shown["145,440"] == "145,440"
    assert not [text for text in told if text.startswith("September") and text in shown]
