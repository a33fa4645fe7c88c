import pytest

from tieout.lexicon.units import Scale
from tieout.model.document import Span
from tieout.model.statement import Line
from tieout.readers import open_document
from tieout.statements.lines.meanings import told_in
from tieout.statements.lines.runs import Remarks


def told(text: str, above: str = "") -> list[tuple[list[str], list[str], str]]:
    """For each run that means something its figures, concepts and unit."""
    document = open_document("x.txt", text.encode())
    spans = (Span(0, len(text)),)
    line = Line(text, spans, "ext:X", ())
    return [
        (
            [document.figures[number].text for number in one.run.figures],
            [concept.partition(":")[2] for concept in one.meaning.concepts],
            one.meaning.unit.text,
        )
        for one in told_in(document, Remarks(document, spans), line, (), Scale(3, 3), above)
    ]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        (
            "Common stock, €0.025 par value",
            [(["0.025"], "CommonStockParOrStatedValuePerShare", "EUR/shares")],
        ),
        (
            "Preferred stock; authorized 32 million shares, none issued",
            [(["32 million"], "PreferredStockSharesAuthorized", "shares")],
        ),
        ("Ordinary shares, 5,000 issued", [(["5,000"], "CommonStockSharesIssued", "shares")]),
        ("Treasury stock, 900 shares held", [(["900"], "TreasuryStockCommonShares", "shares")]),
        (
            "Receivables, less allowances $205 (2022, $203)",
            [
                (["205"], "AllowanceForDoubtfulAccountsReceivableCurrent", "USD"),
                (["203"], "AllowanceForDoubtfulAccountsReceivableCurrent", "USD"),
            ],
        ),
        ("Common stock (Note 5)", []),
    ],
)
def test_what_a_figure_in_a_caption_is(text: str, means: list[tuple[list[str], str, str]]) -> None:
    assert [(figures, names[0], unit) for figures, names, unit in told(text)] == means


def test_shares_issued_and_outstanding_are_two_concepts() -> None:
    ((_, names, _),) = told("Common stock, 724 and 725 shares issued and outstanding")
    assert names == ["CommonStockSharesIssued", "CommonStockSharesOutstanding"]


def test_a_count_without_words_of_its_own_goes_on_with_the_stock_above() -> None:
    assert told("Shares authorized: 4,687,500,000") == []
    ((_, names, _),) = told("Shares authorized: 4,687,500,000", "Common stock, par value $0.20")
    assert names == ["CommonStockSharesAuthorized"]
