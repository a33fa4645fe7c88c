"""The changes of lines, found by what they print to."""

from hypothesis import given
from hypothesis import strategies as st

from tieout.model.amount import Amount, prints_as
from tieout.model.statement import Fact
from tieout.model.unit import DOLLARS, SHARES, Unit
from tieout.proof.changes import Changes

units = st.sampled_from([DOLLARS, SHARES])
amounts = st.builds(Amount, st.integers(-400, 400), st.integers(-1, 1), units)


def fact(amount: Amount, figure: int) -> Fact:
    return Fact("ext:Fees", "Fees", None, (), amount, amount, figure, "", 0, figure, 0)


def _goes(now: Amount, before: Amount, direction: int) -> bool:
    is_loss = now.mantissa < 0 and before.mantissa < 0
    return is_loss or (now.value - before.value) * direction >= 0


@given(
    st.lists(st.tuples(amounts, amounts), max_size=12),
    st.builds(Amount, st.integers(0, 300), st.integers(-3, 2)),
    st.sampled_from([-1, 0, 1]),
    st.sampled_from([DOLLARS, None]),
)
def test_a_change_is_found_by_what_it_prints_to(
    pairs: list[tuple[Amount, Amount]], told: Amount, direction: int, unit: Unit | None
) -> None:
    facts = [(fact(now, n), fact(before, n)) for n, (now, before) in enumerate(pairs)]
    changes = Changes(facts, unit)
    counted, given_by = 0, []
    for number, (now, before) in enumerate(pairs):
        is_told = now.unit is before.unit and (now.unit is unit or unit is None)
        if not is_told or not _goes(now, before, direction) or (not unit and before.mantissa <= 0):
            continue
        counted += 1
        moved = abs(now.value - before.value)
        if prints_as(moved if unit else moved / before.value, told):
            given_by.append(number)
    assert changes.count(direction) == counted
    assert [one.figure for one in changes.giving(told, direction)] == given_by
