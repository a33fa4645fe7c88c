from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tieout.forms import recognise
from tieout.forms.heading import Heading, heading
from tieout.forms.lines import Line
from tieout.model.document import Document
from tieout.readers import open_document

Opened = Callable[[str], tuple[Document, list[Line]]]


def headed(opened: Opened, text: str) -> Heading:
    found = heading(*opened(text), None)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "headline", "below"),
    [
        # AGNC Investment Corp., April 29, 2020: contacts first, the headline over two blocks
        ("FOR IMMEDIATE RELEASE\n\nApril 29, 2020\n\nCONTACT:\n\nInvestors - (301) 968-9300\n\n"
         "AGNC INVESTMENT CORP.\n\nANNOUNCES FIRST QUARTER 2020 FINANCIAL RESULTS\n\n"
         "Bethesda, MD - April 29, 2020 - AGNC Investment Corp. (Nasdaq: AGNC) today announced"
         " financial results for the quarter ended March 31, 2020.\n",
         "AGNC INVESTMENT CORP. ANNOUNCES FIRST QUARTER 2020 FINANCIAL RESULTS", ""),
        # Horizon Bancorp, Inc., April 29, 2020: a headline that goes on in small letters
        ("Horizon Bancorp, Inc. Announces First Quarter 2020 Financial Results\n\n"
         "and Adopts New Accounting Standard\n\nMichigan City, Indiana, April 29, 2020 – (GLOBE"
         " NEWSWIRE) – Horizon Bancorp, Inc. (NASDAQ GS: HBNC) announced its results today.\n",
         "Horizon Bancorp, Inc. Announces First Quarter 2020 Financial Results and Adopts New"
         " Accounting Standard", ""),
        # Paltalk, Inc., November 12, 2024: markdown
        ("# Paltalk, Inc. Reports Results for Third Quarter 2024\n\nAwarded $65.7 Million Final"
         " Judgment in Trial Against Cisco\n\nJERICHO, N.Y. - (NewMediaWire) - November 12, 2024 -"
         " Paltalk, Inc. (Nasdaq: PALT) today announced results for the third quarter.\n",
         "Paltalk, Inc. Reports Results for Third Quarter 2024",
         "Awarded $65.7 Million Final Judgment in Trial Against Cisco"),
    ],
)  # fmt: skip
def test_headline_and_what_stands_under_it(
    opened: Opened, text: str, headline: str, below: str
) -> None:
    found = headed(opened, text)
    assert (found.headline, found.subheadline) == (headline, below)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("capstone-fy2008q2-8k.txt", date(2007, 11, 8)),
        ("capstone-fy2008q2-release.txt", date(2007, 11, 8)),
        ("capstone-fy2007q2-8k.txt", date(2006, 11, 9)),
    ],
)
def test_the_examples(house: Path, name: str, day: date) -> None:
    document = open_document(name, (house / "examples" / name).read_bytes())
    announcement = recognise(document)[2]
    assert announcement is not None
    assert announcement.company == "Capstone Turbine Corporation"
    assert (announcement.ticker, announcement.exchange) == ("CPST", "NASDAQ")
    assert announcement.city == "CHATSWORTH, Calif."
    assert announcement.release_date
    assert announcement.release_date.day == day
    assert announcement.fiscal_quarter == 2
    titles = [section.title for section in announcement.sections]
    assert titles[:2] == ["Financial Summary", "Conference Call"]


def test_a_dateline_without_a_year_takes_the_first_such_day_from_the_day_given(
    opened: Opened,
) -> None:
    # Pericom Semiconductor Corporation, February 2, 2005
    document, lines = opened(
        "PERICOM REPORTS FISCAL SECOND QUARTER RESULTS\n\n    SAN JOSE, Calif., Feb. 2"
        " /PRNewswire-FirstCall/ -- Pericom Semiconductor\nCorporation (Nasdaq: PSEM) today"
        " announced results for its fiscal second\nquarter ended December 31, 2004.\n"
    )
    found = heading(document, lines, date(2004, 12, 31))
    assert found is not None
    assert found.release_date
    assert found.release_date.day == date(2005, 2, 2)
    assert (found.city, found.wire) == ("SAN JOSE, Calif.", "PRNewswire-FirstCall")
    assert found.company == "Pericom Semiconductor Corporation"


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the meeting of May 5, 2020.\n\nThose present: 12.\n",
        "A table of 3 things\n\n1\t2\n3\t4\n",
    ],
)
def test_what_announces_nothing_has_no_heading(opened: Opened, text: str) -> None:
    assert heading(*opened(text), None) is None


def test_a_dateline_may_stand_on_lines_of_its_own(opened: Opened) -> None:
    # Patriot Transportation Holding, Inc., January 31, 2018
    found = headed(
        opened,
        "ACME HOLDING, INC. ANNOUNCES RESULTS FOR\nTHE FIRST QUARTER OF FISCAL YEAR 2018\n\n"
        "Acme Holding, Inc. (NASDAQ-ACMI) Dayton, Ohio; January 31,\n2018 \u2013\n\n"
        "First Quarter Operating Results.\n\nThe Company reported net income of $3,592,000, or"
        " $1.09 per share, compared to net income of $912,000, in the quarter ended last year.\n",
    )
    assert found.release_date is not None
    assert found.release_date.day == date(2018, 1, 31)
    assert found.company == "Acme Holding, Inc."


def test_a_word_that_points_is_no_company(opened: Opened) -> None:
    # Patriot Transportation Holding, Inc., December 4, 2019: "The Company reported"
    found = headed(
        opened,
        "ACME HOLDING, INC. ANNOUNCES RESULTS FOR THE FOURTH QUARTER\n\n"
        "The Company reported net income of $194,000, or $.06 per share, compared to net income of"
        " $629,000, or $.19 per share, in the quarter ended last year.\n",
    )
    assert found.company == "ACME HOLDING, INC."


_SHOUTED = """FRP HOLDINGS, INC./NEWS

Contact:\tJohn D. Milton, Jr.

FRP HOLDINGS, INC. (NASDAQ: FRPH) ANNOUNCES RESULTS FOR THE {period}.

FRP Holdings, Inc. (NASDAQ-FRPH) Jacksonville, Florida; November 1, 2017 \u2013

Consolidated Results of Operations.

{lead}
"""


@pytest.mark.parametrize(
    "period",
    ["THIRD QUARTER OF 2017", "THREE MONTH TRANSITION PERIOD ENDED DECEMBER 31, 2016"],
)
def test_a_headline_in_capitals_may_end_in_a_stop(opened: Opened, period: str) -> None:
    """FRP Holdings, Inc., 2016 and 2017: a sentence in its place announces nothing."""
    text = _SHOUTED.format(period=period, lead="Net income was $2.52 per share.")
    found = headed(opened, text)
    assert (found.company, found.ticker) == ("FRP HOLDINGS, INC.", "FRPH")
    assert (found.city, found.release_date and found.release_date.day) == (
        "Jacksonville, Florida",
        date(2017, 11, 1),
    )
    told = "Results for the third quarter of 2017 have been announced by others."
    assert heading(*opened(f"{told}\n\nNothing else.\n"), None) is None


@pytest.mark.parametrize("opening", ["Post Spin-off we are", "Adjusted Results. We are"])
def test_a_sentence_that_no_dateline_opens_names_nobody_under_a_name(
    opened: Opened, opening: str
) -> None:
    lead = f"{opening} reporting a loss from operations for the third quarter of 2017, as reported."
    found = headed(opened, _SHOUTED.format(period="THIRD QUARTER OF 2017", lead=lead))
    assert found.company == "FRP HOLDINGS, INC."
