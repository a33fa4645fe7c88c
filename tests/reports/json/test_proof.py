"""The proof as JSON, with the keys the contract names."""

import json

from msgspec import structs

from tieout.model.document import Span
from tieout.model.sensitivity import Proof, Seeded, Slip
from tieout.reports.json import proof

SLIP = Slip("digit changed", 0, (), (), "tables", "arithmetic")
SPAN = Span(10, 15)
PROOF = Proof(
    "acme.txt",
    seed=7,
    differences=0,
    figures=30,
    unprotected={"nothing in hand repeats it": 3},
    seeded=(
        Seeded(SLIP, "caught", SPAN, "7,219", "7,319", ("FT001",)),
        Seeded(SLIP, "noted", SPAN, "7,219", "7,220", (), "within rounding"),
        Seeded(SLIP, "missed", SPAN, "7,219", "7,319", (), "no redundancy"),
    ),
)


def test_json_has_the_contract_s_keys() -> None:
    told = json.loads(proof.render(PROOF))
    assert (told["errors"], told["caught"], told["noted"]) == (3, 1, 1)
    assert told["led"] == 0
    assert told["by_rule"] == {"FT001": 1}
    assert told["by_kind"]["digit changed"]["caught"] == 1
    (missed,) = told["missed"]
    assert missed == {
        "kind": "digit changed",
        "place": "tables",
        "span": [10, 15],
        "text": "7,219",
        "altered": "7,319",
        "why": "no redundancy",
    }


def test_what_is_noticed_as_a_lead_is_not_missed() -> None:
    led = Seeded(SLIP, "led", SPAN, "7,219", "7,319", (), "not proven")
    told = json.loads(proof.render(structs.replace(PROOF, seeded=(*PROOF.seeded, led))))
    assert (told["errors"], told["caught"], told["led"], len(told["missed"])) == (4, 1, 1, 1)
    assert told["by_kind"]["digit changed"]["led"] == 1
