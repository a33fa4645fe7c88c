"""Each page's first case is explained by its own module, and its last by none."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.proof import explanations as package
from tieout.proof.case import Case, Docket
from tieout.proof.explanations import Explanation, explanations
from tieout.rules.base import all_rules

PAGES = sorted(Path(package.__file__).parent.glob("*.md"))
DOCUMENT = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)

of_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def differing(text: str) -> Iterator[Case]:
    """Every difference that any rule proposes of a document."""
    evidence = Evidence.gather([read("release.txt", text.encode())])
    held = [one for rule in all_rules() for one in rule.apply(evidence)]
    docket = Docket(evidence, held)
    for one in held:
        if one.outcome == "differs" and one.stated is not None and one.formula is not None:
            yield Case(docket, one, one.stated, one.formula)


def module_of(explain: Explanation) -> str:
    return explain.__module__.rpartition(".")[2]


def test_every_module_is_an_explanation_and_has_its_page() -> None:
    assert [module_of(one) for one in explanations()] == [page.stem for page in PAGES]


@of_page
def test_the_first_case_is_explained_by_the_pages_module_and_the_last_is_not(page: Path) -> None:
    (explain,) = (one for one in explanations() if module_of(one) == page.stem)
    first, *_, last = (list(differing(text)) for text in DOCUMENT.findall(page.read_text("utf-8")))
    found = [one for one in map(explain, first) if one is not None]
    assert found
    assert all(one.bits > 0 and one.says for one in found)
    assert last, "a real misprint is proposed"
    assert not any(map(explain, last))


PERCENTAGES = """EXAMPLE CORP.
SALES BY PRODUCT
(In millions)

	2007	2006	% Change
Valves	1,203	1,107	8.7%
Motors	873	941	(7.2%)
Filters	2,216	2,051	8.0%
Gauges	415	377	10.1%
Seals	1,640	1,702	(3.6%)
Meters	3,108	2,894	7.4%
Hoses	702	655	7.2%
Tanks	990	1,038	(4.6%)
Fans	1,877	1,741	7.8%
Belts	564	519	8.7%
Gears	2,430	2,299	5.7%
Locks	1,311	1,187	10.4%
Pumps	249	225	10.1%
"""


def test_a_convention_that_many_others_do_not_show_says_less() -> None:
    (explain,) = (one for one in explanations() if module_of(one) == "plugged")
    (case,) = differing(PERCENTAGES)
    alone, among = explain(case), explain(structs.replace(case, agreed=40))
    assert alone is not None
    assert among is not None
    assert 0 < among.bits < alone.bits == 12
