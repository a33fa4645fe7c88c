from collections.abc import Callable
from datetime import date

import pytest

from tieout.forms.items import events, items, listed, mentions
from tieout.forms.lines import Line
from tieout.model.document import Document

Opened = Callable[[str], tuple[Document, list[Line]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Item 2.02. Results of Operations and Financial Condition.\n",
         ("2.02", "Results of Operations and Financial Condition")),
        ("ITEM 2.02    RESULTS OF OPERATIONS AND FINANCIAL CONDITION.\n",
         ("2.02", "RESULTS OF OPERATIONS AND FINANCIAL CONDITION")),
        ("Item 12. Disclosure of Results of Operations and\n    Financial Condition.\n",
         ("12", "Disclosure of Results of Operations and Financial Condition")),
        ("Item 2.02\tResults of Operations and Financial Condition\n",
         ("2.02", "Results of Operations and Financial Condition")),
        ("Item 2.02\n\nResults of Operations and Financial Condition\n",
         ("2.02", "Results of Operations and Financial Condition")),
        ("**Item 7.01 Regulation FD Disclosure.**\n", ("7.01", "Regulation FD Disclosure")),
    ],
)  # fmt: skip
def test_an_item_and_its_title(opened: Opened, text: str, expected: tuple[str, str]) -> None:
    assert [(item.number, item.title) for item in items(*opened(text))] == [expected]


def test_a_sentence_that_speaks_of_an_item_is_no_heading(opened: Opened) -> None:
    text = "The information is furnished pursuant to\nItem 2.02 and shall not be deemed filed.\n"
    assert items(*opened(text)) == ()


def test_an_item_of_the_table_of_contents_counts_once(opened: Opened) -> None:
    text = "\tItem 2.02 Results of Operations\n\nSome words.\n\nItem 2.02 Results of Operations\n"
    document, lines = opened(text)
    (item,) = items(document, lines)
    assert document.figures[item.figure].start > 40


@pytest.mark.parametrize(
    "text",
    [
        "99.1\tPress release dated May 5, 2020, issued by Acme\n",
        "\t99.1\t\tPress release dated May 5, 2020, issued by Acme\t\tE\n",
        "Exhibit 99.1 Press release dated May 5, 2020, issued by Acme\n",
        "99.1        Press release\n            dated May 5, 2020, issued by Acme\n",
        "99.1 *Press release dated May 5, 2020, issued by Acme*\n",
    ],
)
def test_an_exhibit_as_listed(opened: Opened, text: str) -> None:
    (exhibit,) = listed(*opened(text))
    assert exhibit.number == "99.1"
    assert exhibit.description == "Press release dated May 5, 2020, issued by Acme"
    assert exhibit.dated
    assert exhibit.dated.day == date(2020, 5, 5)


def test_page_numbers_and_paragraph_letters_are_no_exhibits(opened: Opened) -> None:
    assert listed(*opened("(d) Exhibits\n\n2\n\n104\tCover page in XBRL\n"))[0].number == "104"


def test_exhibits_spoken_of(opened: Opened) -> None:
    document, _ = opened(
        "The release is Exhibit 99.1 and the remarks are Exhibits 99.2 and 99.3. The plan is"
        " incorporated by reference to Exhibit 10.1 to the Form 8-K filed on May 5, 2019."
    )
    found = mentions(document, 0, len(document.text))
    assert [mention.number for mention in found] == ["99.1", "99.2", "99.3"]
    assert [document.figures[m.figure].text for m in found] == ["99.1", "99.2", "99.3"]


def test_events_are_days_on_which_something_was_announced(opened: Opened) -> None:
    document, _ = opened(
        "On May 5, 2020, Acme, Inc. (the “Company”) issued a press release on the quarter"
        " ended March 31, 2020. On April 1, 2020, the Board met."
    )
    assert [e.day for e in events(document, 0, len(document.text))] == [date(2020, 5, 5)]
