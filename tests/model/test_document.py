from hypothesis import given
from hypothesis import strategies as st

from tieout.model.document import Document, Grid, Paragraph, Span
from tieout.model.figure import Figure


def document(text: str) -> Document:
    """A document in which every digit is a figure of its own."""
    figures = tuple(
        Figure(at, at + 1, ch, "amount") for at, ch in enumerate(text) if ch in "0123456789"
    )
    blocks = (Paragraph(0, 1), Grid(1, len(text), ()))
    return Document("d", "", "text", text, blocks, (), figures)


def test_a_span_holds_its_words() -> None:
    assert Span(1, 3).of("abcd") == "bc"


@given(st.text("ab12", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_figures_are_found_by_place(text: str, start: int, end: int) -> None:
    made = document(text)
    inside = [n for n, figure in enumerate(made.figures) if start <= figure.start < end]
    assert list(made.figures_in(start, end)) == inside


def test_grids_are_the_blocks_that_are_grids() -> None:
    assert document("ab").grids == (Grid(1, 2, ()),)
