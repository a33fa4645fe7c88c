"""Differences and figures as people name them."""

from collections.abc import Callable

import pytest

from tieout.accepted.naming import Named, differences_named, figure_named, named
from tieout.accepted.standing import Standings
from tieout.engine import check, read
from tieout.errors import Misuse
from tieout.model.workpaper import Workpaper

STORES = b"We had 17 stores, 5 more than before.\n\nWe had 17 plants, and call 818-407-3628.\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("RX006", Named("RX006", "")),
        ("rx006", Named("RX006", "")),
        ("RX006:104", Named("RX006", "104")),
        ("RX006 $7.2 million", Named("RX006", "$7.2 million")),
        ("104", Named("", "104")),
        ("RX006:104#2", Named("RX006", "104", 2)),
        (" 6.8  million #12", Named("", "6.8 million", 12)),
        ("#3", Named("", "", 3)),
        ("no#number", Named("", "no#number")),
        ("\u0663#\u0663", Named("", "\u0663#\u0663")),
    ],
)
def test_a_name_has_a_rule_a_text_and_a_number(typed: str, meant: Named) -> None:
    assert named(typed) == meant


@pytest.fixture
def slips(draft: Callable[..., Workpaper]) -> Standings:
    return Standings(draft())


@pytest.mark.parametrize("typed", ["RX003", "154%", "RX003:154%", "154%#1", "k53"])
def test_a_difference_is_named_by_any_of_its_parts(typed: str, slips: Standings) -> None:
    (one,) = differences_named(slips, typed)
    assert (one.entry.rule, one.entry.reported) == ("RX003", "154%")


def test_brackets_need_not_be_typed(slips: Standings) -> None:
    assert differences_named(slips, "9,099") == differences_named(slips, "(9,099)")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("RX006", "no difference and no lead is 'RX006': there is \"RX003:154%\" (second quarter"),
        ("k7", "no difference and no lead is 'k7'"),
        ("#1000", "no difference is '#1000': there are only 4"),
        ("", "'' may be one of 4: \"RX003:154%\" (second quarter revenue of increased _ from"),
        ("\x1b[31m" * 40, "\ufffd[31m"),
    ],
)
def test_what_names_none_or_several_is_answered_with_what_may_be(
    typed: str, why: str, slips: Standings
) -> None:
    with pytest.raises(Misuse) as refused:
        differences_named(slips, typed)
    assert why in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_where_nothing_differs_there_is_nothing_to_accept() -> None:
    with pytest.raises(Misuse, match="nothing differs in the document"):
        differences_named(Standings(check(read("note.txt", STORES))), "RX006")


def test_a_figure_is_named_as_it_is_printed_or_by_its_number() -> None:
    told = Standings(check(read("note.txt", STORES)))
    assert figure_named(told, "17#2").entry.words.startswith("we had _ plants")
    assert figure_named(told, "f0") == figure_named(told, "17#1")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("17", '\'17\' may be one of 2: "17#1" (we had _ stores more than before), "17#2"'),
        ("17#3", "no figure is '17#3': there are only 2"),
        ("71", "no figure of the document is '71': give it as it is printed"),
        ("f99", "no figure of the document is 'f99'"),
        ("818-407-3628", "states nothing: only a figure that nothing tested is ticked by hand"),
    ],
)
def test_a_figure_that_is_not_one_or_is_not_open_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Misuse) as refused:
        figure_named(Standings(check(read("note.txt", STORES))), typed)
    assert why in str(refused.value)
