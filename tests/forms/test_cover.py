from collections.abc import Callable
from datetime import date

import pytest

from tieout.forms.cover import Cover, cover
from tieout.forms.lines import Line
from tieout.model.document import Document

Opened = Callable[[str], tuple[Document, list[Line]]]

# Capstone Turbine Corporation, Form 8-K, November 8, 2007: captions inside the cells.
IN_THE_CELL = """Date of Report (Date of earliest event reported) November 8, 2007

CAPSTONE TURBINE CORPORATION
(Exact name of registrant as specified in its charter)

Delaware (State or other jurisdiction of incorporation)\t001-15957 (Commission file number)\t\
95-4180883 (I.R.S. Employer Identification No.)

21211 Nordhoff Street, Chatsworth, California 91311
(Address of principal executive offices)

(818) 734-5300
(Registrant's telephone number, including area code)
"""

# Pericom Semiconductor Corporation, Form 8-K, October 26, 2006: columns set with blanks.
SET_WITH_BLANKS = """       Date of Report (Date of Earliest Event Reported): October 26, 2006

                        PERICOM SEMICONDUCTOR CORPORATION
             (Exact Name of Registrant as Specified in its Charter)

                                   California
                 (State or Other Jurisdiction of Incorporation)

                 0-27026                               77-0254621
               (Commission                          (I.R.S. Employer
              File Number)                         Identification No.)

3345 North First Street, San Jose, California             95134
 (Address of Principal Executive Offices)              (Zip Code)

                                 (408) 435-0800
              (Registrant's Telephone Number, Including Area Code)
"""

# Caterpillar Inc., Form 8-K, April 28, 2022: values and captions in cells of their own.
IN_CELLS = """Date of Report (Date of earliest event reported):\t\tApril 28, 2022
CATERPILLAR INC.\t
(Exact name of registrant as specified in its charter)\t
Delaware\t1-768\t37-0602744
(State or other jurisdiction of incorporation)\t(Commission File Number)\t\
(I.R.S Employer Identification No.)
\t510 Lake Cook Road,\tSuite 100,\tDeerfield,\tIllinois\t60015
\t(Address of principal executive offices)\t\t(Zip Code)
Registrant’s telephone number, including area code:\t(224)\t551-4000
"""

# Nuance Communications, Inc., Form 8-K, August 7, 2007: an address of two lines, values after
# a colon, the date on the line below.
OVER_LINES = """Date of Report (Date of earliest event reported):
August 7, 2007

NUANCE COMMUNICATIONS, INC.

(Exact name of registrant as specified in its charter)

Delaware  (State or other jurisdiction of   incorporation)\t\t000-27038  (Commission  File Number)\
\t\t94-3156479  (IRS Employer  Identification No.)

1 Wayside Road
Burlington, Massachusetts 01803

(Address of Principal Executive Offices)
(Zip Code)

Registrant’s telephone number, including area code: (781) 565-5000
"""


def fields(found: Cover) -> tuple[str, ...]:
    return (
        found.registrant,
        found.state,
        found.commission_file_number,
        found.employer_number,
        found.address,
        found.telephone,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            IN_THE_CELL,
            ("CAPSTONE TURBINE CORPORATION", "Delaware", "001-15957", "95-4180883",
             "21211 Nordhoff Street, Chatsworth, California 91311", "(818) 734-5300"),
        ),
        (
            SET_WITH_BLANKS,
            ("PERICOM SEMICONDUCTOR CORPORATION", "California", "0-27026", "77-0254621",
             "3345 North First Street, San Jose, California 95134", "(408) 435-0800"),
        ),
        (
            IN_CELLS,
            ("CATERPILLAR INC.", "Delaware", "1-768", "37-0602744",
             "510 Lake Cook Road, Suite 100, Deerfield, Illinois 60015", "(224) 551-4000"),
        ),
        (
            OVER_LINES,
            ("NUANCE COMMUNICATIONS, INC.", "Delaware", "000-27038", "94-3156479",
             "1 Wayside Road, Burlington, Massachusetts 01803", "(781) 565-5000"),
        ),
    ],
)  # fmt: skip
def test_fields_are_found_wherever_their_captions_stand(
    opened: Opened, text: str, expected: tuple[str, ...]
) -> None:
    assert fields(cover(*opened(text))) == expected


@pytest.mark.parametrize("text", [IN_THE_CELL, SET_WITH_BLANKS, IN_CELLS, OVER_LINES])
def test_the_date_of_report_is_a_figure_of_the_document(opened: Opened, text: str) -> None:
    document, lines = opened(text)
    report = cover(document, lines).date_of_report
    assert report is not None
    assert document.figures[report.figure].kind == "date"
    assert f"{report.day:%B} {report.day.day}, {report.day.year}" in text


def test_a_second_date_in_brackets_is_that_of_the_earliest_event(opened: Opened) -> None:
    found = cover(*opened("Date of Report (Date of earliest event reported):\n\n"
                          "August 7, 2019 (August 5, 2019)\n"))  # fmt: skip
    assert found.date_of_report
    assert found.earliest_event
    assert (found.date_of_report.day, found.earliest_event.day) == (
        date(2019, 8, 7),
        date(2019, 8, 5),
    )


def test_what_is_not_printed_stays_empty(opened: Opened) -> None:
    assert fields(cover(*opened("Nothing of a cover, in 2020.\n"))) == ("",) * 6
