from datetime import date

import msgspec
import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.period import Period, duration, weeks
from tieout.model.statement import Fact
from tieout.model.unit import DOLLARS
from tieout.model.workpaper import Release

END = date(2007, 9, 30)
SECOND, FIRST, HALF = duration(END, 3), duration(date(2007, 6, 30), 3), duration(END, 6)
REVENUE = "us-gaap:Revenues"


@pytest.fixture(scope="module")
def evidence(small: Release) -> Evidence:
    return Evidence.gather([small, small])


def test_a_number_is_found_by_concept_and_period(evidence: Evidence) -> None:
    found = evidence.find(REVENUE, SECOND)
    assert found is not None
    assert found.amount == Amount(7219, 3, DOLLARS)
    assert (found.shown, found.caption) == ("$7,219", "Revenue")
    assert found.ref.document == 0, "the subject is asked before the others"


def test_a_period_of_weeks_is_found_under_its_months(evidence: Evidence) -> None:
    found = evidence.find(REVENUE, weeks(date(2007, 9, 29), 13))
    assert found is not None
    assert found.value == 7_219_000


def test_a_flow_not_printed_is_derived_from_a_longer_one(evidence: Evidence) -> None:
    found = evidence.find(REVENUE, FIRST)
    assert found is not None
    assert found.is_derived
    assert found.value == 5_615_000
    assert len(found.sources) == 2


@pytest.mark.parametrize(
    ("concept", "period"),
    [
        (REVENUE, None),
        (REVENUE, Period(END)),
        (REVENUE, duration(END, 12)),
        ("us-gaap:Assets", SECOND),
        ("us-gaap:WeightedAverageNumberOfSharesOutstandingBasic", FIRST),  # no average is derived
    ],
)
def test_what_is_not_in_hand_is_none(
    evidence: Evidence, concept: str, period: Period | None
) -> None:
    assert evidence.find(concept, period) is None


def test_a_number_is_found_under_the_element_the_filing_uses(
    evidence: Evidence, small: Release
) -> None:
    # "net sales" on the face is revenue from contracts; prose and rules ask for revenue
    told = {fact.concept for fact in small.facts}
    narrow = "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"
    as_sales = msgspec.structs.replace(
        small,
        statements=tuple(
            msgspec.structs.replace(
                one,
                facts=tuple(
                    msgspec.structs.replace(fact, concept=narrow)
                    if fact.concept == REVENUE
                    else fact
                    for fact in one.facts
                ),
            )
            for one in small.statements
        ),
    )
    assert REVENUE in told
    found = Evidence.gather([as_sales]).find(REVENUE, SECOND)
    assert found is not None
    assert found.value == 7_219_000
    assert next(fact.concept for _, fact in Evidence.gather([as_sales]).facts(REVENUE)) == narrow


def test_what_prose_tells_is_told_at_another_figure_only(
    evidence: Evidence, small: Release
) -> None:
    alone = Evidence.gather([small])
    (level, *_) = [c for c in small.claims if c.form == "level" and c.concept == REVENUE]
    told = alone.told(REVENUE, level.period)
    assert told is not None
    assert told.ref == Ref(0, level.figure)
    assert alone.told(REVENUE, level.period, beside=level.figure) is None
    assert alone.told(REVENUE, None) is None
    other = evidence.told(REVENUE, level.period, beside=level.figure)
    assert other is not None
    assert other.ref.document == 1


def test_claims_are_found_by_sentence(evidence: Evidence, small: Release) -> None:
    claims = list(evidence.claims())
    assert claims == list(small.claims)
    assert len(claims) >= 3
    assert set(evidence.beside(claims[0])) == set(claims), "all stand in one sentence"
    assert evidence.told_by(1, REVENUE) == [c for c in claims if c.concept == REVENUE]


def test_every_fact_comes_back_as_a_number_in_hand(evidence: Evidence, small: Release) -> None:
    for fact in small.facts:
        known = evidence.of_fact(0, fact)
        assert known.value == fact.amount.value
        assert known.ref == Ref(0, fact.figure)


OTHER = "\n{title}\n(In thousands)\n\n\tThree Months Ended September 30, 2007\t2006\n{rows}"


def told(small: Release, *rows: str) -> Evidence:
    tables = "".join(
        OTHER.format(title=f"REGION {n} SUMMARY", rows=row) for n, row in enumerate(rows)
    )
    return Evidence.gather([read("other.txt", (small.document.text + tables).encode())])


def test_a_primary_statement_is_asked_before_other_tables(small: Release) -> None:
    text = OTHER.format(title="SUMMARY", rows="Revenue\t7,218\t2,946\nUnits shipped\t12\t11\n")
    at = small.document.text.index("ACME CORPORATION\nCONDENSED")
    raw = small.document.text[:at] + text.lstrip() + "\n" + small.document.text[at:]
    evidence = Evidence.gather([read("other.txt", raw.encode())])
    found = evidence.find(REVENUE, SECOND)
    assert found is not None
    assert found.value == 7_219_000
    assert found.bound == "concept"


def test_other_tables_that_differ_tell_nothing(small: Release) -> None:
    alike = "Backlog sold\t{}\t70\nBacklog lost\t12\t11\n"
    found = told(small, alike.format("80"), alike.format("80")).find("ext:BacklogSold", SECOND)
    assert found is not None
    assert found.bound == "caption"
    assert (
        told(small, alike.format("80"), alike.format("81")).find("ext:BacklogSold", SECOND) is None
    )


def test_every_line_of_a_concept_is_found_else_what_follows(evidence: Evidence) -> None:
    assert {one.amount for one in evidence.find_all(REVENUE, SECOND)} == {Amount(7219, 3, DOLLARS)}
    (derived,) = evidence.find_all(REVENUE, FIRST)
    assert derived.is_derived
    assert evidence.find_all(REVENUE, None) == []


def test_facts_are_indexed_by_whatever_a_function_says_of_them(evidence: Evidence) -> None:
    def by_caption(fact: Fact) -> list[str]:
        return [fact.caption]

    index = evidence.facts_by(by_caption)
    assert {fact.concept for _, fact in index["Revenue"]} == {REVENUE}
    assert evidence.facts_by(by_caption) is index, "made once"


def _printed_often(small: Release, times: int, *, alike: bool) -> Release:
    """The release with one of its facts printed so many times more."""
    first, *others = small.statements
    fact = next(one for one in first.facts if one.period is not None)
    more = tuple(
        fact if alike else msgspec.structs.replace(fact, amount=Amount(number, 3, DOLLARS))
        for number in range(times)
    )
    told = msgspec.structs.replace(first, facts=(fact, *more))
    return msgspec.structs.replace(small, statements=(told, *others))


@pytest.mark.parametrize(("alike", "kept"), [(True, 8), (False, 64)])
def test_a_page_that_prints_a_number_again_and_again_is_checked_in_linear_time(
    small: Release, *, alike: bool, kept: int
) -> None:
    release = _printed_often(small, 500, alike=alike)
    fact = release.statements[0].facts[0]
    assert fact.period is not None
    own = Evidence.gather([release]).facts_at(fact.concept, fact.period, fact.dimensions)
    assert sum(one.statement == fact.statement for _, one in own) == kept
    both = Evidence.gather([release, small]).facts_at(fact.concept, fact.period, fact.dimensions)
    assert any(document == 1 for document, _ in both), "another filing has room of its own"
