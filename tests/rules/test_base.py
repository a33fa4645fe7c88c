from collections.abc import Iterator
from pathlib import Path

import pytest

from tieout.evidence.gathered import Evidence
from tieout.model.check import Check, Ref
from tieout.proof.proposal import Proposal
from tieout.proof.reserved import Reserved
from tieout.rules.base import Rule, all_rules, rule, selected


@rule("XX001", "things-do-not-add-up", tick="X")
def things(evidence: Evidence) -> Iterator[Proposal]:
    yield Proposal(Check("", "", "", "agrees", "error", Ref(0, 0)))


def made(code: str, name: str) -> Rule:
    return Rule(code=code, name=name, tick="X", procedure=things.procedure, page=Path("x.md"))


SOME = [made("FT001", "total-off"), made("FT002", "group-off"), made("TI001", "prose-off")]


def test_a_rule_signs_what_it_proposes() -> None:
    (proposal,) = things.apply(Evidence.__new__(Evidence))
    one = proposal.check
    assert (one.rule, one.name, one.tick) == ("XX001", "things-do-not-add-up", "X")


def test_a_rule_signs_what_it_reserves_when_it_is_asked_for() -> None:
    def later(evidence: Evidence) -> Iterator[Reserved]:
        yield Reserved(7, lambda: things.procedure(evidence))  # type: ignore[arg-type,return-value]

    reserving = Rule(code="XX002", name="late", tick="X", procedure=later, page=Path("x.md"))
    evidence = Evidence.__new__(Evidence)
    (reserved,) = reserving.proposed(evidence)
    assert isinstance(reserved, Reserved)
    assert [one.check.rule for one in reserved.make()] == ["XX002"]
    assert [one.check.rule for one in reserving.apply(evidence)] == ["XX002"]


def test_a_rules_page_lies_beside_its_module_and_its_title_is_the_first_sentence(
    tmp_path: Path,
) -> None:
    assert things.page == Path(__file__).with_suffix(".md")
    page = tmp_path / "x.md"
    page.write_text("# x (XX001)\n\nThings differ.\n## Procedure\n", "utf-8")
    assert Rule(
        code="XX001", name="x", tick="X", procedure=things.procedure, page=page
    ).title == "Things differ."  # fmt: skip


def test_the_scan_is_sorted_and_the_same_each_time() -> None:
    rules = all_rules()
    assert rules is all_rules()
    assert [one.code for one in rules] == sorted(one.code for one in rules)
    assert len(rules) >= 20


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["FT001", "FT002", "TI001"]),
        (("FT",), (), ["FT001", "FT002"]),
        (("FT001", "TI"), (), ["FT001", "TI001"]),
        (("prose-off",), (), ["TI001"]),
        ((), ("FT",), ["TI001"]),
        (("FT",), ("group-off",), ["FT001"]),
        (("ZZ",), (), []),
    ],
)
def test_rules_are_selected_by_code_or_name(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    assert [one.code for one in selected(SOME, select, ignore)] == codes
