from collections.abc import Callable
from datetime import date

import pytest

from tieout.forms.lines import Line
from tieout.forms.signature import signature, signature_starts
from tieout.model.document import Document

Opened = Callable[[str], tuple[Document, list[Line]]]

OPENING = (
    "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934, the"
    " registrant has duly caused this report to be signed.\n\n"
)


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        # Capstone Turbine Corporation, Form 8-K, November 9, 2006
        ("CAPSTONE TURBINE CORPORATION\n(Registrant)\n\nDate: May 5, 2020\n\n"
         "By: /s/ Walter J. McBride\n\n"
         "Executive Vice President and Chief\nFinancial Officer\n\n3\n",
         "Walter J. McBride", "Executive Vice President and Chief Financial Officer"),
        # Astrotech Corporation, Form 8-K, August 30, 2010
        ("\tBy:\t/s/ Thomas B. Pickens, III\n\t\tName:\tThomas B. Pickens, III\n"
         "\t\tTitle:\tChairman of the Board and Chief Executive Officer\n\nDate: May 5, 2020\n",
         "Thomas B. Pickens, III", "Chairman of the Board and Chief Executive Officer"),
        # Caterpillar Inc., Form 8-K, April 28, 2022
        ("\tCATERPILLAR INC.\n\nMay 5, 2020\tBy:\t/s/ Suzette M. Long\n"
         "\t\tSuzette M. Long Chief Legal Officer and General Counsel\n",
         "Suzette M. Long", "Chief Legal Officer and General Counsel"),
        # Pericom Semiconductor Corporation, Form 8-K, October 26, 2006: the first of two
        ("                By:   /s/ Alex Hui\n                      ----------\n"
         "                      Alex Hui\n"
         "                      President, Chief Executive Officer\n\n"
         "                By:   /s/ Angela Chen\n                      Angela Chen\n"
         "                      President, Chief Financial Officer\n\nDate:  May 5, 2020\n",
         "Alex Hui", "President, Chief Executive Officer"),
        # SanDisk Corporation, Form 8-K, April 21, 2010
        ("Date: May 5, 2020\n\n\tBy:\t/s/ Judy Bruner\n\tName:\tJudy Bruner\n\tTitle:\tExecutive"
         " Vice President, Administration and Chief Financial Officer (Principal Financial and"
         " Accounting Officer)\n",
         "Judy Bruner", "Executive Vice President, Administration and Chief Financial Officer"),
    ],
)  # fmt: skip
def test_name_title_and_date(opened: Opened, text: str, name: str, title: str) -> None:
    found = signature(*opened(OPENING + text))
    assert found is not None
    assert (found.name, found.title) == (name, title)
    assert found.signed
    assert found.signed.day == date(2020, 5, 5)


def test_a_signature_in_the_table_of_contents_is_not_the_signature(opened: Opened) -> None:
    _, lines = opened("SIGNATURE\n\nItem 2.02 Results\n\n" + OPENING)
    assert lines[signature_starts(lines) + 1].text.startswith("Pursuant to the requirements")


def test_a_form_without_a_signature(opened: Opened) -> None:
    document, lines = opened("Item 2.02 Results\n")
    assert signature_starts(lines) == len(lines)
    assert signature(document, []) is None
