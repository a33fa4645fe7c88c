from collections.abc import Callable
from datetime import date, timedelta

import pytest
from msgspec import structs

from tieout.engine import check, read
from tieout.forms import recognise
from tieout.forms.lines import Line
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar

Opened = Callable[[str], tuple[Document, list[Line]]]


def release(headline: str, lead: str, rest: str = "") -> str:
    return f"{headline}\n\nDAYTON, Ohio - {lead}\n\n{rest}\n"


@pytest.mark.parametrize(
    ("text", "year", "quarter", "end"),
    [
        # the year and the quarter named, a fiscal year that starts in April
        (release("Acme Announces Second Quarter Fiscal 2008 Operating Results",
                 "Nov. 8, 2007 - Acme, Inc. (NASDAQ: ACMI) reported results for its second quarter"
                 " ended September 30, 2007."),
         2008, 2, date(2007, 9, 30)),
        # NVIDIA Corporation, February 25, 2026: a 52-week year that ends in January
        (release("Acme Announces Financial Results for Fourth Quarter and Fiscal 2026",
                 "Feb. 25, 2026 - Acme (NASDAQ: ACMI) today reported revenue of $68.1 billion for"
                 " the fourth quarter ended January 25, 2026."),
         2026, 4, date(2026, 1, 25)),
        # SanDisk Corporation, January 28, 2010: a fiscal year that ends in the next year's January
        (release("Acme Reports Fourth Quarter Results",
                 "January 28, 2010 - Acme (NASDAQ: ACMI) today reported results for its fourth"
                 " quarter and fiscal year ended January 3, 2010."),
         2009, 4, date(2010, 1, 3)),
        # Vycor Medical, Inc., April 15, 2025: a year's results only
        (release("Acme Releases Financial Results for the Year Ended December 31, 2024",
                 "April 15, 2025 - Acme, Inc. (OTCQB: ACMI) today announced results for the year"
                 " ended December 31, 2024."),
         2024, 4, date(2024, 12, 31)),
        # Timberland Bancorp, Inc., April 28, 2020: the quarter in the headline, the date below
        (release("Acme Bancorp Announces Second Fiscal Quarter Results",
                 "April 28, 2020 - Acme Bancorp, Inc. (NASDAQ: ACMI) today reported net income of"
                 " $5.05 million for the quarter ended March 31, 2020 compared to $6.65 million.",
                 "For the first six months of fiscal 2020, Acme earned $11.70 million."),
         2020, 2, date(2020, 3, 31)),
        # the quarter told by the length of the year to date alone
        (release("Acme Reports Results",
                 "Aug. 5, 2020 - Acme, Inc. (NYSE: ACM) today reported results for the quarter"
                 " ended June 30, 2020.",
                 "For the nine months ended June 30, 2020, revenue was $12 million."),
         2020, 3, date(2020, 6, 30)),
        # Johnson & Johnson, April 18, 2023: no day is said to end the quarter, and the annual
        # report is cited with the day that ended its year; the reconciliation prints its own
        (release("Acme Reports 2023 First-Quarter Results",
                 "(April 18, 2023) - Acme (NYSE: ACM) today announced results for first-quarter"
                 " 2023.",
                 "Factors are told in Acme's Annual Report on Form 10-K for the fiscal year ended"
                 " January 1, 2023, and other filings.\n\nNon-GAAP Financial Measures\n\n"
                 "First Quarter\n\nApril 2, 2023\n\nGAAP\t7,765\n"),
         2023, 1, date(2023, 4, 2)),
        # dates only over the columns of a table, with the years below
        (release("Acme Reports First Quarter 2020 Results",
                 "April 29, 2020 - Acme Incorporated (NYSE: ACM) today reported its first quarter"
                 " results.",
                 "\tThree Months Ended March 31,\n\t2020\t2019\nRevenue\t12\t11\n"),
         2020, 1, date(2020, 3, 31)),
        # no date at all: calendar quarters
        (release("Acme Reports First Quarter 2020 Results",
                 "April 29, 2020 - Acme Incorporated (NYSE: ACM) today reported its first quarter"
                 " results."),
         2020, 1, date(2020, 3, 31)),
    ],
)  # fmt: skip
def test_which_quarter_it_is(opened: Opened, text: str, year: int, quarter: int, end: date) -> None:
    document, _ = opened(text)
    calendar = recognise(document)[3]
    assert calendar is not None
    assert structs.replace(calendar, ends=()) == FiscalCalendar(year, quarter, end)


def test_the_calendar_does_not_follow_one_slip(opened: Opened) -> None:
    document, _ = opened(
        release(
            "Acme Announces Second Quarter Results",
            "Nov. 8, 2007 - Acme, Inc. (NASDAQ: ACMI) reported results for its second quarter ended"
            " September 30, 2006.",
            "Backlog at the end of the second quarter ended September 30, 2007 was up from the"
            " first quarter ended June 30, 2007.",
        )
    )
    calendar = recognise(document)[3]
    assert calendar is not None
    assert calendar.period_end == date(2007, 9, 30)


def test_the_form_alone_names_the_quarter_not_the_outlook(opened: Opened) -> None:
    # The Estée Lauder Companies Inc., Form 8-K, August 14, 2012, shortened
    document, _ = opened(
        "SECURITIES AND EXCHANGE COMMISSION\n\nFORM 8-K\n\nDate of Report: August 14, 2012\n\n"
        "ITEM 2.02 Results of Operations and Financial Condition.\n\nOn August 14, 2012, Acme Inc."
        " issued a press release announcing its fiscal 2012 full year and fourth quarter financial"
        " results. The release also includes estimates of its fiscal 2013 first quarter.\n"
    )
    assert recognise(document)[3] == FiscalCalendar(2012, 4, date(2012, 6, 30))


def test_a_quarterly_report_is_told_by_its_cover_and_its_columns(opened: Opened) -> None:
    # NVIDIA Corporation, Form 10-Q, May 29, 2024, shortened
    document, _ = opened(
        "SECURITIES AND EXCHANGE COMMISSION\n\nFORM 10-Q\n\nFor the quarterly period ended"
        " April 28, 2024\n\n\tThree Months Ended\n\tApril 28, 2024\tApril 30, 2023\n"
        "Revenue\t26,044\t7,192\n\n"
        "The audited statements for the year ended January 28, 2024 are in the annual report.\n"
    )
    kind, form, announcement, calendar, _ = recognise(document)
    assert (kind, form, announcement) == ("10-Q", None, None)
    assert calendar is not None
    assert (calendar.fiscal_quarter, calendar.period_end) == (1, date(2024, 4, 28))


@pytest.mark.parametrize(
    "text",
    [
        # Patriot Transportation Holding, Inc., July 21, 2017: results are to come on a day
        "Acme, Inc. Announces Release Date for Its 2017 Third Quarter Earnings\n\n"
        "Acme, Inc. anticipates issuing its 2017 third quarter earnings results Wednesday"
        " morning, July 26, 2017. It will host a conference call on July 26, 2017 at 2:00.\n",
        # Best Buy Co., Inc., Form 8-K, April 12, 2023: a credit agreement speaks of a year's end
        "SECURITIES AND EXCHANGE COMMISSION\n\nFORM 8-K\n\nDate of Report: April 12, 2023\n\n"
        "Item 1.01 Entry into a Material Definitive Agreement.\n\nOn April 12, 2023, Acme Inc."
        " entered into a credit agreement.\n\nSIGNATURE\n\nACME INC.\n\nBy: Ann Acme\n\n"
        "EXHIBIT 10.1\n\nThe statements of the fiscal year ended January 28, 2023 are true.\n",
        # Foot Locker, Inc., Form 8-K, May 20, 2022: a meeting's day
        "SECURITIES AND EXCHANGE COMMISSION\n\nFORM 8-K\n\nDate of Report: May 20, 2022\n\n"
        "Item 5.07 Submission of Matters to a Vote of Security Holders.\n\nThe annual meeting of"
        " Acme Inc. was held. As of March 21, 2022, 95 million shares could vote.\n",
    ],
)  # fmt: skip
def test_a_day_of_another_event_ends_no_quarter(opened: Opened, text: str) -> None:
    assert recognise(opened(text)[0])[3] is None


def test_a_document_that_names_no_period_has_no_calendar(opened: Opened) -> None:
    document, _ = opened("A list of 3 things.\n\nNo more.\n")
    assert recognise(document) == ("other", None, None, None, None)


LINKED = """Acme Lending Announces {day} Financial Results

NEW YORK, {released} -- Acme Lending Corporation today reported results for the quarter ended {day}.
{more}
BALANCE SHEETS

\t{balances}
Cash\t50\t45
Total assets\t50\t45
"""


@pytest.mark.parametrize(
    ("day", "released", "balances", "more", "year", "quarter"),
    [
        ("June 30, 2024", "August 7, 2024", "June 30, 2024\tMarch 31, 2024", "", 2024, 2),
        ("September 30, 2024", "November 7, 2024",
         "September 30, 2024\tJune 30, 2024\tSeptember 30, 2023", "", 2024, 3),
        ("March 31, 2024", "May 7, 2024",
         "March 31, 2024\tDecember 31, 2023\tSeptember 30, 2023\tJune 30, 2023\tMarch 31, 2023",
         "", 2024, 1),
        ("June 30, 2024", "August 7, 2024", "June 30, 2024\tMarch 31, 2024\tDecember 31, 2023",
         "Factors are in our annual report for the year ended December 31, 2023.", 2024, 2),
        # what does tell: words of the year's end, of the quarter, and a year to date
        ("June 30, 2024", "August 7, 2024", "June 30, 2024\tMarch 31, 2024",
         "Our fiscal year ends on March 31.", 2025, 1),
        ("June 30, 2024", "August 7, 2024", "June 30, 2024\tMarch 31, 2024",
         "Our annual report for the fiscal year ended March 31, 2024 is filed.", 2025, 1),
        ("September 30, 2024", "November 7, 2024", "September 30, 2024\tJune 30, 2024",
         "For the six months ended September 30, 2024, revenue was $190 million.", 2025, 2),
    ],
)  # fmt: skip
def test_a_balance_of_the_quarter_before_ends_no_fiscal_year(
    opened: Opened, day: str, released: str, balances: str, more: str, year: int, quarter: int
) -> None:
    text = LINKED.format(day=day, released=released, balances=balances, more=more)
    calendar = recognise(opened(text)[0])[3]
    assert calendar is not None
    assert (calendar.fiscal_year, calendar.fiscal_quarter) == (year, quarter)


@pytest.mark.parametrize("released", ["January 30, 2023", "January 30, 2024", "January 30, 2025"])
def test_a_dateline_of_another_year_shifts_no_period(opened: Opened, released: str) -> None:
    columns = "\tThree Months Ended December 31, 2023\tThree Months Ended December 31, 2022"
    document, _ = opened(
        release(
            "Acme Reports Fourth Quarter Results",
            f"{released} - Acme (NASDAQ: ACMI) today reported revenue of $12 million for the"
            " fourth quarter ended December 31, 2023.",
            f"{columns}\nRevenue\t12\t11\n",
        )
    )
    calendar = recognise(document)[3]
    assert calendar is not None
    assert (calendar.fiscal_year, calendar.period_end) == (2023, date(2023, 12, 31))


# (the quarter's end, that of the year before as its column has it, how prose names the latter)
COMPARATIVES = [
    (date(2024, 2, 3), date(2023, 1, 28), "in the fourth quarter of fiscal 2022"),
    (date(2024, 2, 3), date(2023, 1, 28), "in the prior year fourth quarter"),
    (date(2022, 12, 31), date(2021, 12, 25), "a year ago"),
    (date(2022, 1, 1), date(2020, 12, 26), "in the fourth quarter of 2020"),
    (date(2023, 7, 1), date(2022, 6, 25), "in the fourth quarter of last year"),
    (date(2024, 6, 29), date(2023, 7, 1), "in the fourth quarter of fiscal 2023"),
    (date(2023, 9, 30), date(2022, 9, 24), "in the comparable quarter of fiscal 2022"),
    (date(2024, 2, 3), date(2023, 1, 28), "in the thirteen weeks ended January 28, 2023"),
]


@pytest.mark.parametrize(("end", "before", "words"), COMPARATIVES)
def test_a_comparative_is_the_column_of_the_document(end: date, before: date, words: str) -> None:
    day, prior = (f"{one:%B} {one.day}, {one.year}" for one in (end, before))
    text = release(
        "Acme Stores Reports Fourth Quarter Results",
        f"{end + timedelta(days=38):%B 1, %Y} - Acme Stores (NASDAQ: ACMI) today reported results"
        f" for the fourth quarter ended {day}. Net sales were $240.0 million, compared with $201.0"
        f" million {words}.",
        f"STATEMENTS OF OPERATIONS\n(in thousands)\n\n\tFiscal Quarter Ended\n\t{day}\t{prior}\n"
        "Net sales\t240,000\t200,000\nCost of sales\t150,000\t130,000\n"
        "Gross profit\t90,000\t70,000\nNet income\t22,500\t15,000\n",
    )
    differing = [
        one for one in check(read("x.txt", text.encode())).checks if one.outcome == "differs"
    ]
    assert [one.reported for one in differing] == ["$201.0 million"]
