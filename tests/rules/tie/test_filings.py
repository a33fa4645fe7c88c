from pathlib import Path

import pytest

from tieout.engine import check, read
from tieout.model.check import Check
from tieout.model.workpaper import Release
from tieout.rules.base import all_rules

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
TI004 = [rule for rule in all_rules() if rule.code == "TI004"]
TI003 = [rule for rule in all_rules() if rule.code == "TI003"]


def example(name: str) -> Release:
    return read(f"{name}.txt", (EXAMPLES / f"{name}.txt").read_bytes())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_release_agrees_with_itself_in_every_figure(path: Path) -> None:
    release = example(path.stem)
    checks = check(release, [release], rules=TI004).checks
    assert {one.outcome for one in checks} == {"agrees"}
    figures = {fact.figure for fact in release.facts if fact.period is not None}
    assert {one.subject.figure for one in checks} == figures
    assert check(release, [release], rules=TI003).checks == ()


def test_a_rendering_is_held_as_one_and_an_earlier_filing_as_another() -> None:
    form, release, year_before = map(
        example, ["capstone-fy2008q2-8k", "capstone-fy2008q2-release", "capstone-fy2007q2-8k"]
    )
    assert {one.outcome for one in check(form, [release], rules=TI004).checks} == {"agrees"}
    assert check(form, [year_before], rules=TI004).checks == ()
    assert check(form, [year_before], rules=TI003).checks


def release(day: str, quarter: str, heads: str, rows: str, prose: str = "") -> Release:
    """An invented release of one statement; `day` is when it is dated, `quarter` the words."""
    text = (
        f"Example Corp. Announces {quarter} Results\n\n"
        f"SPRINGFIELD, Ill., {day} -- Example Corp. (NASDAQ: EXMP) today announced results for its"
        f" {quarter.lower()} ended {heads.split(chr(9))[0]}.\n\n{prose}\n\nEXAMPLE CORP.\n"
        "CONDENSED STATEMENTS OF OPERATIONS\n(In thousands, except per share data)\n\n\t"
        + "\t".join(f"Quarter Ended {head}" for head in heads.split("\t"))
        + f"\n{rows}\n"
    )
    return read("example.txt", text.encode())


ROWS_2006 = (
    "Revenue\t$2,946\t$2,101\nCost of goods sold\t2,282\t1,555\nGross profit\t664\t546\n"
    "Selling, general and administrative\t460\t444\nIncome from operations\t204\t102\n"
)
PRIOR = release(
    "November 9, 2006",
    "Second Quarter Fiscal 2007",
    "September 30, 2006\tSeptember 30, 2005",
    ROWS_2006,
)


def subject(cost: str, gross: str, administrative: str, result: str, prose: str = "") -> Release:
    """The release a year later, with these figures for the year before."""
    rows = (
        f"Revenue\t$7,219\t$2,946\nCost of goods sold\t4,975\t{cost}\nGross profit\t2,244\t{gross}"
        f"\nSelling, general and administrative\t1,010\t{administrative}\n"
        f"Income from operations\t1,234\t{result}\n"
    )
    heads = "September 30, 2007\tSeptember 30, 2006"
    return release("November 8, 2007", "Second Quarter Fiscal 2008", heads, rows, prose)


def causes(one: Release, *others: Release) -> dict[str, tuple[str, str]]:
    """The severity and cause of every comparative that differs, by its caption."""
    return {
        check.message.split(",")[0]: (check.severity, check.cause)
        for check in check_of(one, others)
        if check.outcome == "differs"
    }


def check_of(one: Release, others: tuple[Release, ...]) -> tuple[Check, ...]:
    return check(one, others, rules=TI003).checks


def test_a_line_that_is_out_of_step_with_a_restated_column_is_not_explained_by_it() -> None:
    words = "The financial results of fiscal 2007 have been restated."
    restated = causes(subject("2,312", "634", "460", "174", words), PRIOR)
    assert set(restated.values()) == {("warning", "restated")}
    slipped = causes(subject("2,312", "634", "406", "174", words), PRIOR)
    assert slipped["Selling"] == ("error", "unexplained")
    assert slipped["Cost of goods sold"] == ("warning", "restated")


def test_words_about_another_year_or_a_single_line_explain_nothing() -> None:
    other = "The financial results of fiscal 2003 have been restated."
    found = causes(subject("2,312", "634", "460", "174", other), PRIOR)
    assert set(found.values()) == {("error", "unexplained")}
    alone = "The financial results of fiscal 2007 have been restated."
    found = causes(subject("2,282", "664", "460", "214", alone), PRIOR)
    assert set(found.values()) == {("error", "unexplained")}


def test_moves_that_do_not_make_up_for_each_other_are_no_reclassification() -> None:
    found = causes(subject("2,312", "634", "430", "204"), PRIOR)
    assert set(found.values()) == {("warning", "reclassified")}
    found = causes(subject("2,312", "634", "420", "204"), PRIOR)
    assert found["Selling"] == ("error", "unexplained")


def test_a_figure_is_held_against_the_filing_that_told_it_last() -> None:
    between = release(
        "August 9, 2007",
        "First Quarter Fiscal 2008",
        "June 30, 2007\tSeptember 30, 2006 As Restated",
        "Revenue\t$5,615\t$2,946\nCost of goods sold\t4,100\t2,312\nGross profit\t1,515\t634\n"
        "Selling, general and administrative\t900\t460\nIncome from operations\t615\t174\n",
    )
    one = subject("2,312", "634", "460", "174")
    for others in ((PRIOR, between), (between, PRIOR)):
        checks = check_of(one, others)
        assert {check.outcome for check in checks} == {"agrees"}
        changed = [check for check in checks if "first reported as" in check.reason]
        assert [check.reported for check in changed] == ["2,312", "634", "174"]
