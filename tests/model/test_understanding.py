"""How much was understood, of documents read well, read badly, and not read at all."""

import pytest
from msgspec import structs

from tieout.engine import check, read
from tieout.model.understanding import Understanding, understanding

HEADING = (
    "ACME CORPORATION REPORTS SECOND QUARTER 2008 RESULTS\n\n"
    "CHICAGO, July 30, 2008 - Acme Corporation today reported results for its second quarter "
    "ended June 30, 2008.\n\n"
)
PROSE = "Revenue for the second quarter was $7.2 million. Net income was $1.1 million.\n\n"
TABLE = (
    "STATEMENTS OF OPERATIONS\n(In thousands)\n\n"
    "\tThree Months Ended June 30,\t\n\t2008\t2007\n"
    + "".join(f"{caption}\t{n},219\t{n},946\n" for n, caption in enumerate(
        ["Revenue", "Cost of goods sold", "Gross profit", "Research and development",
         "Selling expenses", "Operating income", "Interest expense", "Income before taxes",
         "Income taxes", "Net income", "Preferred dividends", "Net income to common"], 1))
)  # fmt: skip
LOST = "\n".join(f"Line {n} / $ / {n},219 / / {n},946 /" for n in range(1, 40))


def of(text: str) -> Understanding:
    return understanding(check(read("release.txt", text.encode()), rules=()))


def test_a_release_that_was_read_is_said_to_be() -> None:
    found = of(HEADING + PROSE + TABLE)
    assert (found.degree, found.understood) == ("most", found.figures)
    assert found.gaps == ()


def test_lost_tables_are_told_though_the_prose_was_read() -> None:
    found = of(HEADING + PROSE + LOST)
    assert found.degree == "little"
    assert found.understood == 2
    assert found.gaps[0].startswith("No table was found.")
    assert found.gaps[1].endswith(" outside tables, in no sentence that was understood.")


def test_a_page_of_which_nothing_was_understood() -> None:
    assert of(HEADING + LOST).degree == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Section 2.3. The Borrower shall repay $100,000 on demand.\n" + LOST,
        HEADING + "For details call 818-407-3628, conference 4471.\n",
        "5",
    ],
    ids=["an agreement", "an announcement of a call", "a number"],
)
def test_a_document_that_is_no_release_is_not_accused(text: str) -> None:
    assert of(text).degree == "most"


def test_columns_without_a_period_are_told() -> None:
    undated = TABLE.replace("Three Months Ended June 30,", "This quarter").replace(
        "\t2008\t2007\n", "\tLow\tHigh\n"
    )
    gaps = of(PROSE + undated).gaps
    assert any("columns whose headings name no period" in gap for gap in gaps)


def test_tags_among_the_words_are_told() -> None:
    gaps = of(HEADING + "<p>Sales were $5 million.</p>\n" * 12).gaps
    assert gaps[0].startswith("The text holds 12 tags of a web page as words")


def pictured(pages: int, *pictures: int) -> Understanding:
    release = read("release.txt", (HEADING + PROSE + TABLE).encode())
    document = structs.replace(release.document, pages=pages, pictures=pictures)
    return understanding(check(structs.replace(release, document=document), rules=()))


def test_pages_that_are_pictures_are_named_and_most_of_them_are_little() -> None:
    assert pictured(3, 2).gaps == ("Page 2 of 3 is a picture: figures in it were not read.",)
    assert pictured(3, 2).degree == "most"
    assert pictured(3, 2, 3).degree == "little"
    assert pictured(3, 2, 3).gaps[0].startswith("Pages 2, 3 of 3 are pictures")
    assert "11, 12, \u2026 of 40" in pictured(40, *range(1, 40)).gaps[0]
