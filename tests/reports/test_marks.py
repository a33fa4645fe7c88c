"""The letters beside a figure."""

from msgspec import structs

from tieout.model.workpaper import Workpaper
from tieout.reports._marks import MOST, letters


def test_a_figure_has_the_letters_of_what_proves_it(paper: Workpaper) -> None:
    told = letters(paper)
    assert len(told) == len(paper.endings)
    proven = [check for check in paper.checks if check.outcome == "agrees"]
    assert proven
    for check in proven:
        assert check.tick in told[check.subject.figure]
    untested = [n for n, one in enumerate(paper.endings) if one.outcome == "excluded"]
    assert not any(told[number] for number in untested)


def test_few_letters_stand_beside_a_figure(paper: Workpaper) -> None:
    one = next(check for check in paper.checks if check.outcome == "agrees")
    many = tuple(structs.replace(one, tick=tick) for tick in "ABCDE")
    told = letters(structs.replace(paper, checks=many))
    assert told[one.subject.figure] == ["A", "B", "C"]
    assert max(map(len, told)) == MOST
