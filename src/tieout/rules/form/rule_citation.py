"""The section of the Code a check box cites is that of the rule it names."""

import re
from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.model.document import Document
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

_CITATION = pattern(
    r"rule\s{1,3}(?P<rule>[0-9][0-9a-z]{0,4}(?:-[0-9]{1,3})?(?:\s?\([a-z0-9]\)){0,2})\s{1,4}under\s+the"
    r"\s+(?:securities\s+)?(?P<exchange>exchange\s+)?act[^()]{0,12}\(\s?(?P<title>[0-9]{1,3})\s?C\.?F\.?R\.?"
    r"\s{0,3}\u00a7?\s?(?P<part>[0-9]{2,4})\.(?P<section>[0-9][0-9a-z]{0,4}(?:-\s?[0-9]{1,3})?"
    r"(?:\s?\([a-z0-9]\)){0,2})",
    re.IGNORECASE,
)
_RULES = ("425", "14a-12", "14d-2(b)", "13e-4(c)")


@rule("FM006", "citation-does-not-fit-its-rule", tick="FM")
def rule_citation(evidence: Evidence) -> Iterator[Proposal]:
    """Every check box's rule, part and section, against each other and the form's four rules."""
    document, form = evidence.releases[0].document, evidence.releases[0].form
    for box in form.check_boxes if form else ():
        match = _CITATION.search(document.text, box.span.start, box.span.end)
        if match is None:
            continue
        named, section = (re.sub(r"\s", "", match[name]).lower() for name in ("rule", "section"))
        # The one of the two that is no rule of this form's is the one misprinted.
        right = named if named in _RULES or section not in _RULES else section
        part = "240" if match["exchange"] else "230"
        yield from _same(document, match.span("rule"), named, right, "Rule")
        cited = f"{match['part']}.{section}"
        yield from _same(document, match.span("part"), cited, f"{part}.{right}", "17 CFR")
        if match["title"] != "17":
            yield from _same(document, match.span("title"), match["title"], "17", "CFR title")


def _same(
    document: Document, span: tuple[int, int], reported: str, expected: str, what: str
) -> Iterator[Proposal]:
    """The number printed there against the one it should be."""
    for figure in document.figures_in(*span)[:1]:
        yield require(
            Ref(0, figure), reported == expected,
            f"{what}: reported {reported}, expected {expected}",
            reported=reported, expected=expected,
        )  # fmt: skip
