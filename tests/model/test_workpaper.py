from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

import tieout
from tieout.lexicon.tokens import figures
from tieout.model.check import Check, Operand, Outcome, Ref, Severity
from tieout.model.document import Document
from tieout.model.workpaper import Release, Workpaper, conclude

TEXT = "Revenue 10 and cost 4 give 6 on November 8, 2007"
TEN, FOUR, SIX, DATE = range(4)


def release(text: str = TEXT) -> Release:
    document = Document("d", "", "text", text, (), (), figures(text))
    return Release(document, "release", None, None, None, (), (), ())


def check(
    subject: int,
    outcome: Outcome,
    *operands: int,
    pinned: bool = True,
    reason: str = "",
    severity: Severity = "error",
    document: int = 0,
) -> Check:
    return Check(
        rule="XX001",
        name="x",
        tick="X",
        outcome=outcome,
        severity=severity,
        subject=Ref(document, subject),
        operands=tuple(Operand(Ref(0, number), pinned) for number in operands),
        reason=reason,
    )


def endings(*checks: Check, excluded: dict[int, str] | None = None) -> list[str]:
    return [ending.outcome for ending in conclude([release()], checks, excluded or {}).endings]


def test_with_no_check_a_figure_is_not_tested_and_a_date_excluded() -> None:
    assert endings() == ["not-tested", "not-tested", "not-tested", "excluded"]


def test_a_figure_ends_as_the_worst_of_its_checks() -> None:
    assert endings(check(SIX, "agrees"), check(SIX, "rounds"))[SIX] == "rounds"
    assert (
        endings(check(SIX, "rounds"), check(SIX, "differs"), check(SIX, "agrees"))[SIX] == "differs"
    )
    assert endings(check(SIX, "not-tested"), check(SIX, "agrees"))[SIX] == "agrees"


def test_an_operand_is_proven_by_a_check_that_pins_it_and_by_no_other() -> None:
    assert endings(check(SIX, "agrees", TEN, FOUR))[:3] == ["agrees"] * 3
    assert endings(check(SIX, "agrees", TEN, pinned=False))[TEN] == "not-tested"
    best = endings(check(SIX, "rounds", TEN), check(FOUR, "agrees", TEN))
    assert best[TEN] == "agrees"


def test_a_check_that_differs_says_nothing_of_its_operands() -> None:
    ended = conclude([release()], [check(SIX, "differs", TEN)], {}).endings[TEN]
    assert ended.outcome == "not-tested"
    assert "the figure computed from it differs (XX001)" in ended.reason


def test_a_tested_date_counts_and_an_excluded_place_does_not() -> None:
    assert endings(check(DATE, "agrees"))[DATE] == "agrees"
    assert endings(excluded={TEN: "a header"})[TEN] == "excluded"
    assert endings(check(TEN, "differs"), excluded={TEN: "a header"})[TEN] == "differs"


def test_the_reason_is_that_of_the_check_that_could_not_be_made() -> None:
    ended = conclude([release()], [check(TEN, "not-tested", reason="no prior quarter")], {}).endings
    assert ended[TEN].reason == "no prior quarter"
    assert ended[TEN].checks == (0,)


def test_findings_are_errors_first_then_by_place() -> None:
    checks = [
        check(SIX, "differs", severity="warning"),
        check(FOUR, "differs"),
        check(TEN, "differs"),
        check(DATE, "agrees"),
    ]
    paper = conclude([release()], checks, {})
    assert [finding.subject.figure for finding in paper.findings] == [TEN, FOUR, SIX]
    assert paper.figure(0, TEN).text == "10"


outcomes = st.sampled_from(get_args(Outcome))
numbers = st.integers(0, 3)
some_checks = st.lists(
    st.builds(check, numbers, outcomes, numbers, numbers, pinned=st.booleans(),
              document=st.integers(0, 1)),
    max_size=8,
)  # fmt: skip


@given(some_checks, st.dictionaries(numbers, st.just("excluded by place"), max_size=2))
def test_every_figure_ends_in_exactly_one_way(
    checks: list[Check], excluded: dict[int, str]
) -> None:
    paper: Workpaper = conclude([release(), release()], checks, excluded)
    counted = paper.coverage
    assert counted.pop("figures") == sum(counted.values()) == len(paper.subject.document.figures)
    for number, ending in enumerate(paper.endings):
        assert ending.reason or ending.outcome in ("agrees", "rounds", "differs")
        tested = any(
            one.outcome != "not-tested"
            and Ref(0, number) in (one.subject, *(o.ref for o in one.operands))
            for one in checks
        )
        assert tested or ending.outcome in ("not-tested", "excluded"), "no tick without a check"


@given(some_checks)
def test_the_order_of_checks_changes_no_ending(checks: list[Check]) -> None:
    def ended(ordered: list[Check]) -> list[str]:
        return [one.outcome for one in conclude([release(), release()], ordered, {}).endings]

    assert ended(checks) == ended(checks[::-1])


def test_what_is_not_understood_is_said_once() -> None:
    text = (
        b"STATEMENTS OF OPERATIONS\n\nRevenue\t9\t8\nCosts\t5\t5\nGross profit\t4\t3\nTax\t1\t1\n"
    )
    workpaper = tieout.check(text + b"Net income\t3\t2\n")
    assert len(workpaper.unread) == 2
    assert "no header that names a period" in workpaper.unread[0]
