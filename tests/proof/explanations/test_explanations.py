"""Each page's first case is explained by its own module, and its last by none."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

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
