"""What would settle a figure that was not tested: the filing it takes, computed and counted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import structs

import tieout
from tieout.model.check import Check, Operand, Ref
from tieout.model.period import FiscalCalendar
from tieout.model.workpaper import Workpaper, conclude
from tieout.reports._unsettled import Filing, Group, unsettled

EXAMPLES = Path(__file__).parents[2] / "examples"
YEAR_BEFORE = "The release of the same quarter a year before (ended June 30, 2007)"


def told(workpaper: Workpaper) -> list[str]:
    return [group.sentence for group in unsettled(workpaper)]


def test_what_a_filing_would_test_is_counted(paper: Workpaper) -> None:
    assert told(conclude(paper.releases, [], {})) == [
        f"{YEAR_BEFORE} could test 4 more figures",
        "The Form 10-Q or 10-K of the same quarter could test 3 more figures",
        "2 figures to look up in the source: it is not clear what is measured, or for when",
    ]


def test_a_filing_in_hand_is_not_asked_for(paper: Workpaper) -> None:
    (acme,) = paper.releases
    before = structs.replace(acme, calendar=FiscalCalendar(2008, 1, date(2007, 6, 30)))
    said = told(conclude([acme, before], [], {}))
    assert not any(YEAR_BEFORE in sentence for sentence in said)
    assert "3 figures to look up in the source: stated nowhere else in the documents given" in said


def test_each_figure_not_tested_is_told_once(leading: Callable[..., Workpaper]) -> None:
    workpaper = leading(8, 12)
    numbers = [number for group in unsettled(workpaper) for number in group.figures]
    assert sorted(numbers) == sorted(
        n for n, ending in enumerate(workpaper.endings) if ending.outcome == "not-tested"
    )
    assert "2 figures among the leads, each with what would settle it" in told(workpaper)


def test_what_stands_behind_a_finding_is_settled_with_it(paper: Workpaper) -> None:
    (finding,) = paper.findings
    said = told(conclude(paper.releases, [finding], {}))
    assert "2 figures behind a figure that differs: settle that finding" in said


def test_what_a_person_accepted_is_not_asked_for_again(answered: Workpaper) -> None:
    alone = structs.replace(
        conclude(answered.releases, [answered.checks[0]], {}), accepted=answered.accepted[:1]
    )
    assert not alone.findings
    assert not any("settle that finding" in sentence for sentence in told(alone))


def test_an_operand_that_proves_nothing_needs_more_digits(paper: Workpaper) -> None:
    agrees = Check(
        "RX001", "per-share", "RX", "agrees", "error", Ref(0, paper.checks[0].subject.figure),
        (Operand(paper.checks[0].operands[0].ref, pinned=False),),
    )  # fmt: skip
    said = told(conclude(paper.releases, [agrees], {}))
    assert "1 figure used only where the result is rounded: more digits would be a test" in said


def test_what_is_expected_is_reported_by_nothing_yet(paper: Workpaper) -> None:
    (acme,) = paper.releases
    early = structs.replace(acme, calendar=FiscalCalendar(2008, 1, date(2007, 6, 30)))
    assert "3 figures of what is expected: nothing reports it yet" in told(
        conclude([early], [], {})
    )


def test_filings_are_named_by_how_far_back_they_are() -> None:
    assert Filing(3, date(2008, 3, 31)).name == (
        "the release of the quarter before (ended March 31, 2008)"
    )
    assert (
        Filing(6, date(2007, 12, 31)).name == "the release of the quarter ended December 31, 2007"
    )
    assert Filing(0, date(2008, 6, 30), is_domestic=False).name == (
        "the financial report of the same quarter"
    )
    assert Group("", (1,), Filing(3, date(2008, 3, 31))).sentence.endswith("1 more figure")


def test_the_count_is_what_the_filing_does_test() -> None:
    """Capstone's second quarter of fiscal 2008, alone and against the one of a year before."""
    subject = tieout.read(EXAMPLES / "capstone-fy2008q2-8k.txt")
    before = tieout.read(EXAMPLES / "capstone-fy2007q2-8k.txt")
    alone, against = tieout.check(subject), tieout.check(subject, [before])
    (group,) = (one for one in unsettled(alone) if one.filing and one.filing.months == 12)
    tested = alone.coverage["not-tested"] - against.coverage["not-tested"]
    assert tested == len(group.figures) == 2
