import pytest

from tieout.readers.spans import widened


@pytest.mark.parametrize(
    ("words", "widths"),
    [
        (["", "Three Months", "", "Six Months", ""], [1, 2, 1, 2, 1]),
        (["", "2007", "", "2006"], [1, 2, 1, 1]),
        (["", "", "1,234", "", "$"], [1, 1, 1, 1, 1]),
        (["Revenue", "n/m", "", "5", ""], [1, 1, 1, 1, 1]),
        ([], []),
    ],
)
def test_names_reach_over_empty_cells_and_figures_do_not(
    words: list[str], widths: list[int]
) -> None:
    assert widened(words, range(len(words)), [1] * len(words)) == widths
