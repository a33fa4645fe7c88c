from collections.abc import Callable

import pytest

from tieout.claims.scope import segment_of
from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize("heading", ["Data Center", "AMERICAS", "Corporate and Other", "Gaming"])
def test_a_heading_that_names_a_segment(heading: str) -> None:
    assert segment_of(heading) == heading.lower()


@pytest.mark.parametrize(
    "heading",
    ["", "Financial Summary", "Second Quarter Highlights", "Conference Call", "Revenue",
     "Example Corp. Announces", "About the Company", "Research and Development",
     "What a long line that goes on and on"],
)  # fmt: skip
def test_a_heading_about_results_or_the_company_is_no_segment(heading: str) -> None:
    assert segment_of(heading) == ""


def test_what_stands_under_a_segments_heading_is_the_segments(told: Told) -> None:
    ours, theirs = told("Revenue was $7.2 million.\n\nData Center\n\nRevenue was $3.1 million.")
    assert ours.concept == "us-gaap:Revenues"
    assert theirs.concept == "ext:DataCenterRevenue"
