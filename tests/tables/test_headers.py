import pytest

from tieout.readers import open_document
from tieout.tables.headers import header_height, headers

CASES = [
    (
        "\tSeptember 30,\tMarch 31,\n\t2007\t2007\nCash\t5\t6\n",
        2, ["September 30, 2007", "March 31, 2007"],
    ),
    (
        "\tThree Months Ended\t\tSix Months Ended\t\n\t2007\t2006\t2007\t2006\n"
        "Revenue\t1\t2\t3\t4\n",
        2,
        ["Three Months Ended 2007", "Three Months Ended 2006", "Six Months Ended 2007",
         "Six Months Ended 2006"],
    ),
    ("Revenue\t5\t6\nCost\t1\t2\n", 0, ["", ""]),
    ("(Unaudited)\t2007\t2006\nRevenue\t--\t6\n", 1, ["2007", "2006"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "height", "words"), CASES)
def test_the_words_over_a_column(text: str, height: int, words: list[str]) -> None:
    document = open_document("x.txt", text.encode())
    (grid,) = document.grids
    assert header_height(document, grid) == height
    columns = list(range(1, len(words) + 1))
    found = headers(document, grid.rows[:height], columns)
    assert [header.text for header in found] == words
    for header in found:
        spoken = " ".join(span.of(document.text) for span in header.spans)
        assert " ".join(spoken.split()) == header.text
