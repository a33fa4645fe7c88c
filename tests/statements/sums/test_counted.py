"""Sums among share counts and among amounts per share."""

from msgspec import structs

from tieout.engine import read
from tieout.model.statement import Statement, Sum
from tieout.model.unit import SHARES
from tieout.statements.sums.counted import counted

HEAD = (
    "EXAMPLE CORP.\nSTATEMENTS OF OPERATIONS\n(In thousands, except per share data)\n\n\t"
    "Three Months Ended March 31, 2020\tThree Months Ended March 31, 2019\n"
    "Revenue\t900\t800\nNet income\t500\t500\n"
)
PER_SHARE = "Diluted earnings per share:\n"


def statement(rows: str) -> Statement:
    return read("release.txt", f"{HEAD}{rows}".encode()).statements[0]


def sums(rows: str) -> list[Sum]:
    return list(counted(statement(rows).lines))


def test_shares_add_up_as_well() -> None:
    """Bridge Bancorp, first quarter 2020: diluted shares are basic ones and what they dilute to."""
    lines = statement("Basic shares\t19,532\t19,538\nMore\t34\t40\nDiluted\t19,566\t19,578\n").lines
    shares = [structs.replace(line, unit=SHARES) if n > 1 else line for n, line in enumerate(lines)]
    assert counted(shares) == (Sum(4, (((2, 1), (3, 1)),), firm=False),)


def test_a_result_per_share_is_its_parts_in_whatever_order() -> None:
    continuing, sold = (
        "Continuing operations\t0.36\t0.30\n",
        "Discontinued operations\t(0.03)\t0.04\n",
    )
    (last,) = sums(f"{PER_SHARE}{continuing}{sold}Net income\t0.28\t0.34\n")
    assert (last.total, last.readings) == (5, (((3, 1), (4, 1)),))
    (first,) = sums(f"{PER_SHARE}Net income\t0.28\t0.34\n{continuing}{sold}")
    assert (first.total, first.readings) == (3, (((4, 1), (5, 1)),))


def test_a_heading_gives_a_result_per_share_parts_of_other_names() -> None:
    before = "Income before cumulative effect of accounting change\t0.36\t0.30\n"
    effect = "Cumulative effect of accounting change\t(0.03)\t0.04\n"
    (one,) = sums(f"{PER_SHARE}{before}{effect}Net income\t0.28\t0.34\n")
    assert one.readings == (((3, 1), (4, 1)),)


def test_two_cents_between_parts_and_whole_promise_no_sum() -> None:
    continuing, sold = (
        "Continuing operations\t0.36\t0.30\n",
        "Discontinued operations\t(0.06)\t0.04\n",
    )
    assert not sums(f"{PER_SHARE}{continuing}{sold}Net income\t0.28\t0.34\n")


def test_no_column_bears_the_parts_out_and_they_are_none() -> None:
    continuing, sold = (
        "Continuing operations\t0.36\t0.30\n",
        "Discontinued operations\t(0.03)\t0.09\n",
    )
    assert not sums(f"{PER_SHARE}{continuing}{sold}Net income\t0.28\t0.34\n")
