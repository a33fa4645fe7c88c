from tieout.model.exclusion import excluded
from tieout.model.workpaper import Release


def test_the_figures_over_columns_name_periods(small: Release) -> None:
    reasons = excluded(small)
    figures = small.document.figures
    over = [figures[n].text for n, reason in reasons.items() if "column" in reason]
    assert sorted(set(over)) == ["2006", "2007", "September 30"]
    assert not any(figures[n].kind == "amount" for n in reasons)
