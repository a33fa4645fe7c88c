import re
import time
import tomllib
from importlib.resources import files

import pytest

from tieout.lexicon.qualifiers import (
    RESTATED,
    apart,
    kind_of,
    of_kind,
    qualifiers_of,
    restating,
    says,
    spelled,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Revenue", set()),
        ("Adjusted EBITDA", {"adjusted", "ebitda"}),
        ("Non-GAAP operating income", {"non-gaap"}),
        ("Non\u2011GAAP net income per ADS", {"non-gaap", "per-ads"}),
        ("NonGaapNetIncome", {"non-gaap"}),
        ("organic growth in constant currency", {"organic", "constant-currency"}),
        ("up 5%, excluding the impact of foreign currency", {"constant-currency"}),
        ("up 5%, excluding fuel", {"excluding"}),
        ("Income before income taxes", {"pre-tax"}),
        ("Pre-tax income", {"pre-tax"}),
        ("Income before provision for credit losses", {"before"}),
        ("in the quarter before", set()),
        ("as in the comparable quarter of 2019", set()),
        ("compared with $5 million in the comparable 2019 period", set()),
        ("compared with the prior year comparable", set()),
        ("Comparable sales", {"comparable"}),
        ("Economic net income", {"economic"}),
        ("economic growth", set()),
        ("one division of a segment", {"division", "segment"}),
        ("Comparable-store sales", {"comparable"}),
        ("Same-store sales", {"same-store"}),
        ("Net income attributable to Example Corp.", {"attributable"}),
        ("The rise was primarily attributable to volume", set()),
        ("Net income available to common stockholders", {"attributable"}),
        ("Income from continuing operations", {"continuing"}),
        ("Continuing to grow", set()),
        ("Loss from discontinued operations", {"discontinued"}),
        ("annualised net charge-offs", {"annualized"}),
        ("trailing twelve months revenue", {"trailing"}),
        ("Average loans", {"average"}),
        ("Weighted average shares, diluted", {"diluted"}),
        ("Pro forma revenue", {"pro-forma"}),
        ("Return on average tangible common equity", {"average", "tangible"}),
        ("Net interest income, fully taxable equivalent", {"tax-equivalent"}),
        ("Core earnings, normalized", {"core", "normalized"}),
        ("Score and scores", set()),
    ],
)
def test_names_what_qualifies(text: str, names: set[str]) -> None:
    assert qualifiers_of(text) == names


def test_every_name_has_one_kind() -> None:
    assert kind_of("adjusted") == "restating"
    assert kind_of("trailing") == "time"
    assert kind_of("attributable") == "owners"
    assert kind_of("segment") == "part"
    assert of_kind("Adjusted average loans", "time") == {"average"}
    assert of_kind("Adjusted average loans", "restating", "time") == {"adjusted", "average"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Adjusted income before income taxes", {"adjusted"}),
        ("Revenue excluding fuel in constant currency", {"excluding", "constant-currency"}),
        ("Average loans of the segment", set()),
    ],
)
def test_some_qualifiers_make_another_measure(text: str, names: set[str]) -> None:
    assert restating(text) == names


def test_is_linear() -> None:
    began = time.process_time()
    qualifiers_of("before provision for income comparable " * 50_000)
    assert time.process_time() - began < 5


def test_each_wording_is_written_as_it_is_read_and_stands_once() -> None:
    raw = tomllib.loads(files("tieout.lexicon").joinpath("qualifiers.toml").read_text("utf-8"))
    wordings = [one for table in raw.values() for many in table.values() for one in many]
    assert [one for one in wordings if not re.fullmatch(r"[a-z0-9]+(?: [a-z0-9]+)*", one)] == []
    assert len(wordings) == len(set(wordings))


def test_a_table_on_a_tax_equivalent_basis_tells_no_other_measure() -> None:
    assert apart("TaxableEquivalentBasis", "Average") == {"average"}
    assert apart("Revenue excluding fuel", "Organic") == {"excluding", "organic"}


@pytest.mark.parametrize(
    ("header", "is_said"), [("Non\u2011GAAP", True), ("Adjustments (1)", True), ("Total", False)]
)
def test_a_header_says_whether_figures_stand_beside_the_accounts(
    header: str, *, is_said: bool
) -> None:
    assert says(header, RESTATED) is is_said


def test_wordings_are_spelled_as_they_are_printed_the_longest_first() -> None:
    name = re.compile(spelled("non-gaap", "free-cash-flow"), re.IGNORECASE)
    for printed in ("Non-GAAP", "nongaap", "Non\u2011US GAAP", "free\u00a0cash flow", "FCF"):
        assert name.fullmatch(printed), printed
    found = name.match("free cash flows")
    assert found is not None
    assert found[0] == "free cash flows"
