"""A procedure that rests on an assumption is borne out by the other columns, or proves nothing."""

from msgspec.structs import replace

from tieout.model.check import Check, Operand, Outcome, Ref
from tieout.rules.witness import borne_out, borne_out_by_line


def check(outcome: Outcome) -> Check:
    return Check("", "", "", outcome, "error", Ref(0, 1), (Operand(Ref(0, 2)),), formula="a / b")


def outcomes(*given: Outcome) -> list[str]:
    return [one.outcome for one in borne_out([check(one) for one in given], "no column divides")]


def test_a_difference_among_agreeing_columns_stays() -> None:
    assert outcomes("agrees", "differs", "rounds") == ["agrees", "differs", "rounds"]
    assert outcomes("differs", "agrees") == ["differs", "agrees"]


def test_a_difference_that_no_other_column_bears_out_is_not_tested() -> None:
    assert outcomes("differs") == ["not-tested"]
    assert outcomes("differs", "differs", "agrees") == ["not-tested", "not-tested", "agrees"]


def test_what_was_not_tested_bears_out_nothing() -> None:
    assert outcomes("differs", "not-tested") == ["not-tested", "not-tested"]


def test_an_operand_of_it_is_shown_but_not_proven() -> None:
    (one,) = borne_out([check("differs")], "no column divides")
    assert (one.reason, one.formula) == ("no column divides", "a / b")
    assert one.operands == (Operand(Ref(0, 2), pinned=False),)
    assert replace(one, reason="") != check("differs")


def test_each_line_is_borne_out_by_its_own_columns() -> None:
    """Goldman Sachs, January 18, 2022: basic earnings miss in every column, diluted in none."""
    basic, diluted = [check("differs")] * 3, [check("agrees")] * 3
    kept = borne_out_by_line([basic, diluted], "no column divides")
    assert [one.outcome for one in kept] == ["not-tested"] * 3 + ["agrees"] * 3


def test_a_line_of_one_column_asks_the_others() -> None:
    lines = [[check("differs")], [check("agrees"), check("agrees")]]
    kept = borne_out_by_line(lines, "no column divides")
    assert sorted(one.outcome for one in kept) == ["agrees", "agrees", "differs"]
