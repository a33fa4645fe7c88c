from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import check, read
from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import alike, is_alike
from tieout.model.amount import Amount
from tieout.model.unit import money

EXAMPLE = Path(__file__).with_name("example-corp.txt")
SAID = "Repairs and tires expense was $1.2 million. Other operating expense was $0.4 million."
RELEASE = (
    EXAMPLE.read_text("utf-8")
    .replace("{said}", SAID)
    .replace("Operating expenses", "Repair and tire")
    .encode()
)


def test_a_line_whose_caption_says_the_same_is_in_hand() -> None:
    release = read("release.txt", RELEASE)
    evidence = Evidence.gather([release])
    repairs, other = release.claims
    assert [one.shown for one in alike(evidence, repairs, repairs.period)] == ["1,201"]
    assert list(alike(evidence, other, other.period)) == []
    assert list(alike(evidence, repairs, None)) == []


def test_it_proves_and_never_refutes() -> None:
    honest = check(read("release.txt", RELEASE))
    altered = check(read("release.txt", RELEASE.replace(b"$1.2 million", b"$1.7 million")))
    ends = [paper.endings[paper.subject.claims[0].figure].outcome for paper in (honest, altered)]
    assert ends == ["agrees", "not-tested"]


@pytest.mark.parametrize("currency", ["USD", "CNY"])
def test_an_amount_in_cents_may_be_one_per_share_of_its_own_money(currency: str) -> None:
    release = read("release.txt", RELEASE)
    own = money(currency)
    column = release.statements[0].columns[0]
    fact = structs.replace(release.facts[0], amount=Amount(11, -2, own.per_share))
    told = [Amount(11, -2, own), Amount(11, 0, own), Amount(11, -2, money("EUR"))]
    claims = [structs.replace(release.claims[0], amount=amount) for amount in told]
    assert [is_alike(claim, column, fact) for claim in claims] == [True, False, False]
