from tieout.model.document import Document, Span
from tieout.readers import open_document
from tieout.statements.lines.runs import Remarks


def remarks(text: str) -> tuple[Document, Remarks]:
    document = open_document("x.txt", text.encode())
    return document, Remarks(document, [Span(0, len(text))])


def runs(text: str) -> list[list[str]]:
    document, said = remarks(text)
    return [[document.figures[n].text for n in run.figures] for run in said.runs]


def test_figures_joined_by_and_are_a_run() -> None:
    assert runs("1.5, 2.5 and 3.5 shares issued; 7 outstanding") == [["1.5", "2.5", "3.5"], ["7"]]
    assert runs("295,941 shares and 268,926 shares issued") == [["295,941", "268,926"]]


def test_money_and_shares_are_no_run() -> None:
    assert runs("Common stock, $.01, 5,000 shares") == [[".01"], ["5,000"]]


def test_a_date_before_a_dash_introduces_the_figure() -> None:
    _, said = remarks("6/30/23 and 12/31/22 – 814,894,624 shares; 9,000 shares at June 30, 2023")
    first, second = said.runs
    assert [str(said.day_at(place)) for place in said.dates(first, ())] == [
        "2022-12-31",
        "2023-06-30",
    ]
    assert [str(said.day_at(place)) for place in said.dates(second, ())] == ["2023-06-30"]


def test_a_date_in_other_brackets_is_not_the_figures() -> None:
    _, said = remarks("net of depreciation of $95,781 ($93,386 as of December 31, 2022)")
    first, second = said.runs
    assert said.dates(first, ()) == ()
    assert len(said.dates(second, ())) == 1


def test_a_caption_of_very_many_figures_is_read_so_far() -> None:
    assert len(runs("; ".join(["5"] * 10_000))) == 60
