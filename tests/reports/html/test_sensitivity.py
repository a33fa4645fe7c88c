"""What seeded errors have shown, on the page."""

from tieout.engine import read
from tieout.prove import Trial
from tieout.reports import html
from tieout.reports._places import Places
from tieout.reports.html.sensitivity import section

RELEASE = b"""Acme Corp. reports results for the quarter ended September 30, 2007

STATEMENTS OF OPERATIONS
(In thousands)

\tThree Months Ended September 30,
\t2007\t2006
Revenue\t7,219\t2,946
Cost of goods sold\t7,975\t5,282
Gross loss\t(756)\t(2,336)

Acme employs 115 people.
"""


def test_the_share_found_stands_first_and_what_nothing_finds_leads_to_its_figure() -> None:
    trial = Trial(read("acme.txt", RELEASE))
    proof = trial.proof("acme.txt", 1, list(trial.all(trial.every(1))))
    shown = section(proof, Places(trial.workpaper))
    total = proof.total
    assert f"{100 * total.caught // total.errors}%" in shown
    assert f"{total.errors} errors seeded in this document" in shown
    assert f"{total.missed + total.ticked} errors that nothing would find" in shown
    people = next(one for one in proof.seeded if one.text == "115")
    assert people.fate == "missed"
    assert f'<a href="#f{people.slip.figure}">115</a>' in shown
    assert shown in html.render(trial.workpaper, proof).decode()


def test_a_page_without_seeded_errors_says_nothing_of_them() -> None:
    trial = Trial(read("acme.txt", RELEASE))
    assert section(None, Places(trial.workpaper)) == ""
    assert section(trial.proof("acme.txt", 1, ()), Places(trial.workpaper)) == ""
    assert "Sensitivity" not in html.render(trial.workpaper).decode()
