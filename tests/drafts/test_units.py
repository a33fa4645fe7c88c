"""Releases as units: every figure stands in one, however the words are laid out."""

from collections.abc import Callable

from tieout.drafts.units import units
from tieout.model.workpaper import Release

TEXT = """Example Corp. Reports Results

Revenue was $7.2 million. It rose 145% from $2.9 million.

\tJune 30, 2008\tJune 30, 2007
Revenue\t7,219\t2,946
Cost\t(7,975)\t(5,282)
"""


def test_rows_and_sentences_are_units(told: Callable[[str], Release]) -> None:
    release = told(TEXT)
    figures = release.document.figures
    found = [
        (" ".join(unit.words), [figures[n].text for n in unit.figures])
        for unit in units(release)
        if unit.figures
    ]
    assert found == [
        ("revenue was", ["7.2 million"]),
        ("it rose from", ["145%", "2.9 million"]),
        ("", ["June 30, 2008", "June 30, 2007"]),
        ("revenue", ["7,219", "2,946"]),
        ("cost", ["7,975", "5,282"]),
    ]


def test_a_cell_is_known_by_the_words_over_it(told: Callable[[str], Release]) -> None:
    row = next(unit for unit in units(told(TEXT)) if unit.words == ("cost",))
    assert row.is_row
    assert row.heads == ("june 30 2008", "june 30 2007")


def test_every_figure_stands_in_one_unit(draft: Callable[..., Release]) -> None:
    for name in ("capstone-fy2008q2-8k", "capstone-fy2008q2-release", "capstone-fy2007q2-8k"):
        release = draft(name=name)
        held = sorted(figure for unit in units(release) for figure in unit.figures)
        assert held == list(range(len(release.document.figures)))
