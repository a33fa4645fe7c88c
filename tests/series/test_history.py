"""Many filings to one company's quarters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.engine import read
from tieout.errors import Misuse
from tieout.model.series import History, Quarter, Series
from tieout.model.workpaper import Release
from tieout.series.history import history

Make = Callable[..., Release]


def of(made: History, name: str) -> Series:
    return next(series for series in made.series if name in series.names)


def by_label(series: Series) -> dict[str, Quarter]:
    return {quarter.label: quarter for quarter in series.quarters}


def told(series: Series) -> dict[str, tuple[str, str]]:
    """Value and formula of every quarter in hand."""
    return {
        quarter.label: (str(quarter.value.amount), quarter.value.formula)
        for quarter in series.quarters
        if quarter.value is not None
    }


def test_capstone_shows_two_quarters_of_three_years_of_which_the_first_is_derived(
    capstone: History,
) -> None:
    # Forms 8-K of November 2006 and 2007: three months and six, this year and the last.
    assert told(of(capstone, "us-gaap:Revenues")) == {
        "FY2006 Q1": ("3807000", "six months \u2212 Q2"),
        "FY2006 Q2": ("5705000", ""),
        "FY2007 Q1": ("6566000", "six months \u2212 Q2"),
        "FY2007 Q2": ("2946000", ""),
        "FY2008 Q1": ("5615000", "six months \u2212 Q2"),
        "FY2008 Q2": ("7219000", ""),
    }


def test_balances_and_results_per_share_are_never_derived(capstone: History) -> None:
    for name in ("us-gaap:CashAndCashEquivalentsAtCarryingValue", "us-gaap:EarningsPerShareBasic"):
        assert not any(formula for _, formula in told(of(capstone, name)).values())


def test_one_line_for_basic_and_diluted_is_one_series(capstone: History) -> None:
    names = ("us-gaap:EarningsPerShareBasic", "us-gaap:EarningsPerShareDiluted")
    assert of(capstone, names[0]).names == names


def test_every_value_leads_to_its_figures(capstone: History) -> None:
    quarter = by_label(of(capstone, "us-gaap:Revenues"))["FY2008 Q1"]
    assert quarter.value is not None
    assert [(one.printed, one.anchor) for one in quarter.value.sources] == [
        ("12,834", "line 159"),
        ("7,219", "line 159"),
    ]
    assert capstone.filings[quarter.value.filing].name == "capstone-fy2008q2-8k.txt"


def test_filings_stand_in_time_however_they_are_given(release: Make) -> None:
    later, earlier = release(2025, 1), release(2024, 1)
    one, other = history([later, earlier]), history([earlier, later])
    assert one == other
    assert [filing.label for filing in one.filings] == ["FY2024 Q1", "FY2025 Q1"]


def test_a_middle_quarter_follows_across_filings(two_years: list[Release]) -> None:
    values = told(of(history(two_years), "us-gaap:Revenues"))
    assert values["FY2024 Q3"] == ("1600000", "year \u2212 six months \u2212 Q4")


def test_the_fourth_quarter_agrees_with_the_year_less_nine_months(release: Make) -> None:
    # The year's net income is rounded on its own: 1 off is what two roundings allow.
    made = history([release(2024, 3), release(2024, 4, odd=1)])
    quarter = by_label(of(made, "us-gaap:NetIncomeLoss"))["FY2024 Q4"]
    assert quarter.derived is not None
    assert quarter.verdict is not None
    assert (quarter.derived.formula, quarter.verdict.outcome) == (
        "year \u2212 nine months",
        "rounds",
    )


def test_what_does_not_fit_within_rounding_is_said_to_differ(release: Make) -> None:
    made = history([release(2024, 3), release(2024, 4, odd=9)])
    quarter = by_label(of(made, "us-gaap:NetIncomeLoss"))["FY2024 Q4"]
    assert quarter.verdict is not None
    assert quarter.verdict.outcome == "differs"


def test_a_split_is_one_split_and_older_quarters_stand_on_the_new_basis(
    two_years: list[Release],
) -> None:
    # As NVIDIA's ten-for-one of June 2024: year-ago columns tell of before on the new basis.
    made = history(two_years)
    assert [(split.words, split.filing) for split in made.splits] == [("10-for-1", 1)]
    shares = by_label(of(made, "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic"))
    assert {str(q.value.amount) for q in shares.values() if q.value} == {"2500000"}
    earnings = by_label(of(made, "us-gaap:EarningsPerShareBasic"))
    first, retold = earnings["FY2023 Q1"], earnings["FY2024 Q1"]
    assert first.value is not None
    assert (str(first.value.amount), first.value.is_adjusted, first.cause) == ("0.04", True, "")
    assert retold.value is not None
    assert retold.first is not None
    assert (str(retold.value.amount), str(retold.first.amount), retold.cause) == (
        "0.06",
        "0.56",
        "split",
    )


def test_a_changed_comparative_keeps_what_was_told_first(release: Make) -> None:
    changed = release(2025, 2, odd=40)  # the six months, not the quarter
    quarters = by_label(of(history([release(2024, 2), changed]), "us-gaap:NetIncomeLoss"))
    assert quarters["FY2024 Q2"].cause == ""
    first = read("a.txt", release(2024, 1).document.text.encode())
    later = release(2025, 1).document.text.replace("$ 140", "$ 133", 1).replace("1,260", "1,267")
    quarter = by_label(
        of(history([first, read("b.txt", later.encode())]), "us-gaap:NetIncomeLoss")
    )["FY2024 Q1"]
    assert quarter.first is not None
    assert quarter.value is not None
    assert (quarter.cause, str(quarter.first.amount), str(quarter.value.amount)) == (
        "changed",
        "140000",
        "133000",
    )


def test_filings_of_two_registrants_are_refused_by_name(release: Make) -> None:
    mixed = [release(2024, 1), release(2024, 2, name="Zenith")]
    with pytest.raises(Misuse, match=r"of Zenith Corporation.* of Acme Corporation"):
        history(mixed)
    assert history(mixed, renamed=True).filings


def test_files_without_a_statement_are_refused() -> None:
    with pytest.raises(Misuse, match="no quarter is in hand"):
        history([read("it.txt", b"Revenue was $7.2 million.\n")])


def test_a_second_copy_of_a_filing_changes_no_value(capstone: History) -> None:
    examples = Path(__file__).parents[2] / "examples"
    names = ("capstone-fy2007q2-8k", "capstone-fy2008q2-8k", "capstone-fy2008q2-release")
    copies = history([read(n, (examples / f"{n}.txt").read_bytes()) for n in names])
    for series in capstone.series:
        if series.is_flow:
            assert told(of(copies, series.names[0])) == told(series)
