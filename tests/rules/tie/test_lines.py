"""Whose number a line of another table is."""

from typing import Any

import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.rules.tie import lines
from tieout.rules.tie.lines import lines_tie

PAGE = """Example Corp. Announces Second Quarter Results

SPRINGFIELD, Ill., August 1, 2024 -- Example Corp. (NASDAQ: EXMP) today announced results for its
second quarter ended June 30, 2024.

CONDENSED BALANCE SHEETS
(In millions)

\tJun. 30, 2024\tMar. 31, 2024\tDec. 31, 2023\tJun. 30, 2023
Total assets\t1,948,068\t1,945,996\t1,954,901\t1,952,911
Total equity\t190,110\t191,071\t193,127\t185,712

SELECTED DATA
(In billions)

\tJun. 30, 2024\tMar. 31, 2024\tDec. 31, 2023\tJun. 30, 2023
{rows}
Goodwill\t(25.2)\t(26.2)\t(26.2)\t(26.4)
"""
AS_REPORTED = "Total equity (reported)\t190.1\t191.1\t193.1\t185.9"
RESTATED = "Total equity\t190.1\t191.1\t193.1\t185.7"


@pytest.mark.parametrize(
    ("rows", "refuting"), [(AS_REPORTED, {True}), (f"{RESTATED}\n{AS_REPORTED}", {False})]
)
def test_a_table_with_two_totals_of_one_name_refutes_neither(
    rows: str, refuting: set[bool]
) -> None:
    evidence = Evidence.gather((read("release.txt", PAGE.format(rows=rows).encode()),))
    told = [one for one in lines_tie.apply(evidence) if one.outcome == "differs"]
    assert {one.is_said for one in told} == refuting


def test_a_line_is_told_of_the_nearest_that_agree() -> None:
    head, table = PAGE.split("CONDENSED", 1)
    table = "CONDENSED" + table.partition("SELECTED")[0]
    evidence = Evidence.gather((read("release.txt", (head + table * 30).encode()),))
    facts = sum(len(one.facts) for one in evidence.subject.statements)
    assert facts == 30 * 8
    assert len(list(lines_tie.apply(evidence))) <= 5 * facts


def test_a_line_that_shows_what_others_showed_is_held_against_what_it_would_be_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    head, table = PAGE.split("CONDENSED", 1)
    table = "CONDENSED" + table.partition("SELECTED")[0]
    evidence = Evidence.gather((read("release.txt", (head + table * 30).encode()),))
    asked: list[Any] = []
    beside: Any = lines._beside

    def noted(facts: Any, *others: Any) -> Any:
        asked.append(facts)
        return beside(facts, *others)

    monkeypatch.setattr(lines, "_beside", noted)
    at_once = [one.check for one in lines_tie.apply(evidence)]
    assert len(asked) < 60  # lines in all
    monkeypatch.setattr(lines, "_is_settled", lambda *_: False)
    assert [one.check for one in lines_tie.apply(evidence)] == at_once
    assert len(asked) >= 60
