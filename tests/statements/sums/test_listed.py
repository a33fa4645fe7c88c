"""Totals of tables that list: what another column bears out is held against the rest."""

from tieout.engine import check, read

HEAD = (
    "EXAMPLE CORP.\nRECONCILIATION OF TANGIBLE ASSETS\n(In thousands)\n\n"
    "\tMarch 31, 2020\tDecember 31, 2019\tSeptember 30, 2019\tJune 30, 2019\n"
)


def totals(rows: str) -> list[tuple[str, str]]:
    release = read("release.txt", f"{HEAD}{rows}".encode())
    return [
        (release.document.figures[one.subject.figure].text, one.outcome)
        for one in check(release).checks
        if one.rule in ("FT001", "FT002")
    ]


def test_a_total_that_other_columns_bear_out_is_held_to_it() -> None:
    """HomeTrust, third quarter of fiscal 2020, printed 3,443,273 for 3,440,273."""
    assert totals(
        "Total assets\t3,548,033\t3,470,232\t3,655,309\t3,476,178\n"
        "Less: goodwill and intangibles, net of taxes\t26,701\t29,959\t27,246\t27,562\n"
        "Total tangible assets\t3,521,332\t3,443,273\t3,628,063\t3,448,616\n"
    ) == [
        ("3,521,332", "agrees"),
        ("3,443,273", "differs"),
        ("3,628,063", "agrees"),
        ("3,448,616", "agrees"),
    ]


def test_an_adjusted_measure_is_everything_above_it() -> None:
    assert totals(
        "Net income\t1,000\t900\t800\t700\nRestructuring\t200\t10\t5\t5\n"
        "Tax effect\t(50)\t(3)\t(1)\t(1)\n"
        "Adjusted net income\t1,150\t907\t804\t704\n"
    ) == [("1,150", "agrees"), ("907", "agrees"), ("804", "agrees"), ("704", "agrees")]


def test_a_column_that_prints_little_bears_out_nothing() -> None:
    """Antero Resources, first quarter of 2020: adjustments that only one of two years had."""
    outcomes = dict(
        totals(
            "Net income\t500\t300\t200\t100\nInterest\t40\t--\t--\t--\nImpairment\t60\t--\t--\t--\n"
            "Minority\t70\t--\t--\t--\nAdjusted EBITDA\t530\t300\t200\t100\n"
        )
    )
    assert outcomes["530"] == "not-tested"
