from collections.abc import Callable
from datetime import date

import pytest

from tieout.claims.setting import Setting, after, introduced, opened, opening, under_heading
from tieout.lexicon.words import Token
from tieout.model.claim import Claim
from tieout.model.period import FiscalCalendar

Row = Callable[[str], list[Token]]
Told = Callable[[str], list[Claim]]
CALENDAR = FiscalCalendar(2008, 2, date(2007, 9, 30))
HALF = "2007-04-01/2007-09-30"


@pytest.mark.parametrize(
    ("heading", "about", "base", "segment"),
    [
        ("First Six Months Operating Results", HALF, "None", ""),
        ("First Six Months Operating Results for Fiscal Year 2008", HALF, "None", ""),
        ("Second quarter 2008 compared with first quarter 2008", "2007-07-01/2007-09-30",
         "2007-04-01/2007-06-30", ""),
        ("Second Quarter and First Half Results", "None", "None", ""),  # two periods: neither
        ("Retail Banking Highlights", "None", "None", "retail banking"),
    ],
)  # fmt: skip
def test_what_a_heading_introduces(
    heading: str, about: str, base: str, segment: str, row: Row
) -> None:
    found = under_heading(Setting(CALENDAR), row(heading), heading)
    assert (str(found.about), str(found.base), found.segment) == (about, base, segment)


def test_a_heading_without_a_period_leaves_the_one_introduced(row: Row) -> None:
    first = under_heading(Setting(CALENDAR), row("First Six Months"), "First Six Months")
    second = under_heading(first, row("Revenue"), "Revenue")
    assert second.about == first.about


@pytest.mark.parametrize("mark", ["\u2022", "2", "- more -", "Page 3"])
def test_marks_and_feet_of_pages_are_no_headings(mark: str, row: Row) -> None:
    setting = under_heading(Setting(CALENDAR), row("Data Center"), "Data Center")
    assert under_heading(setting, row(mark), mark) is setting


def test_a_heading_that_is_a_sentence_of_its_paragraph(told: Told) -> None:
    # Patriot Transportation Holding, third quarter 2019: the heading ends in a full stop
    (revenue,) = told("First Six Months Operating Results.  Revenue was $12 million.")
    assert str(revenue.period) == HALF
    assert revenue.is_assumed  # the heading says so, the sentence does not


def test_a_sentence_in_front_that_speaks_is_no_heading(row: Row) -> None:
    tokens = row("The first six months were good. Revenue was $12 million.")
    assert opened(Setting(CALENDAR), tokens) == (Setting(CALENDAR), tokens)


def test_a_list_ends_with_its_last_entry(row: Row) -> None:
    words = "For the six months ended September 30, 2007:"
    listing = after(Setting(CALENDAR), row(words), words)
    assert str(listing.about) == HALF
    assert after(listing, row("revenue of $5 million;"), "revenue of $5 million;") is listing
    assert after(listing, row("and cash."), "and cash.").about is None


def test_a_sentence_introduces_a_period_only_at_its_beginning(row: Row) -> None:
    assert str(introduced(row("For the first six months, revenue was"), CALENDAR)) == HALF
    assert introduced(row("Revenue for the first six months was"), CALENDAR) is None
    assert introduced(row("At September 30, 2007, cash was"), CALENDAR) is None


def test_the_registrant_is_known_by_its_names() -> None:
    setting = opening(CALENDAR, "Example Turbine, Inc.", "EXMP")
    assert setting.is_self(["example"])
    assert setting.is_self(["the", "company"])
    assert setting.is_self([])
    assert not setting.is_self(["global", "markets"])


def test_what_stands_under_guidance_is_expected(told: Told) -> None:
    # Best Buy, fourth quarter of fiscal 2023: bullets without a verb under "FY24 Guidance"
    low, high = told("Fiscal 2009 Guidance\n\nRevenue of $43.8 million to $45.2 million.")
    assert (low.form, low.bound, high.bound) == ("range", "low", "high")
    assert str(low.period) == "2008-04-01/2009-03-31"
    assert told("Fiscal 2009 Guidance\n\nRevenue of $43.8 million.") == []
