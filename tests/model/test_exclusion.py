from tieout.engine import read
from tieout.model.exclusion import excluded
from tieout.model.workpaper import Release


def test_the_figures_over_columns_name_periods(small: Release) -> None:
    reasons = excluded(small)
    figures = small.document.figures
    over = [figures[n].text for n, reason in reasons.items() if "column" in reason]
    assert sorted(set(over)) == ["2006", "2007", "September 30"]
    assert not any(figures[n].kind == "amount" for n in reasons)


def test_a_column_of_notes_counts_nothing() -> None:
    # Open Text, fourth quarter of fiscal 2024: which note explains an adjustment
    page = (
        b"Selected data\n\n\t2007\tAdjustments\tNote\nSales\t7,219\t(19)\t1\nCosts\t2,946\t12\t2\n"
    )
    release = read("x.txt", page)
    found = [
        release.document.figures[n].text for n, why in excluded(release).items() if "note" in why
    ]
    assert found == ["1", "2"]
