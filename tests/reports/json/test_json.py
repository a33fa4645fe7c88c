"""The JSON is what the contract says, and every span is its text."""

import json
from collections import Counter
from collections.abc import Callable

import msgspec

from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.reports import report
from tieout.reports.json import ELSEWHERE, contract, contracted

render = report("json").render


def test_it_reads_back_as_the_contract(paper: Workpaper) -> None:
    assert msgspec.json.decode(render(paper), type=contract.Workpaper) == contracted(paper)


def test_every_span_is_its_text(paper: Workpaper) -> None:
    text, made = paper.subject.document.text, json.loads(render(paper))
    statements = made["documents"][0]["statements"]
    spoken = [
        *made["figures"],
        *made["facts"],
        *made["claims"],
        *(place for check in made["checks"] for place in [check["subject"], *check["operands"]]),
        *(cell for one in statements for line in one["lines"] for cell in line["cells"]),
    ]
    assert spoken
    assert all(text[slice(*one["span"])] == one["text"] for one in spoken)


def test_numbers_are_conserved(paper: Workpaper) -> None:
    made = json.loads(render(paper))
    counts = made["coverage"]
    assert counts.pop("figures") == len(made["figures"]) == sum(counts.values())
    assert Counter(one["outcome"] for one in made["figures"]) == {
        k: v for k, v in counts.items() if v
    }


def test_no_number_is_a_float(paper: Workpaper) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("a float")

    json.loads(render(paper), parse_float=refuse)


def test_a_fact_has_its_place(paper: Workpaper) -> None:
    fact = json.loads(render(paper))["facts"][4]
    figure = fact.pop("figure")
    assert paper.figure(0, figure).text == "757"
    span = fact.pop("span")
    assert paper.subject.document.text[slice(*span)] == "757"
    assert fact == {
        "id": "f4", "document": "d0", "concept": "us-gaap:GrossProfit", "caption": "Gross loss",
        "period": "2008-04-01/2008-06-30", "unit": "USD", "value": "-757000",
        "printed": "-757000", "decimals": -3, "dimensions": {}, "statement": "d0.s0",
        "text": "757", "anchor": "T1.R3.C1", "named_by": "lexicon", "equivalents": [],
    }  # fmt: skip


def test_a_statement_shows_how_it_sums(paper: Workpaper) -> None:
    (statement,) = json.loads(render(paper))["documents"][0]["statements"]
    assert statement["id"] == "d0.s0"
    assert statement["scale"] == 1000
    assert statement["calculation"] == [{"total": 2, "parts": [[0, 1], [1, -1]]}]
    assert [line["caption"] for line in statement["lines"]] == [
        "Revenue", "Cost of goods sold", "Gross loss",
    ]  # fmt: skip
    assert statement["lines"][2]["cells"][1]["value"] == "-2336000"


def test_a_claim_ends_as_its_figure(paper: Workpaper) -> None:
    (claim,) = json.loads(render(paper))["claims"]
    assert (claim["text"], claim["value"], claim["unit"]) == ("145%", "1.45", "pure")
    assert (claim["outcome"], claim["reason"]) == ("agrees", None)
    sentence = paper.subject.document.text[slice(*claim["sentence"])]
    assert sentence.startswith("Revenue rose")
    assert sentence.endswith("million.")


def test_a_claim_of_another_document_was_not_under_test(acme: Release) -> None:
    claims = json.loads(render(conclude([acme, acme], [], {})))["claims"]
    assert [one["document"] for one in claims] == ["d0", "d1"]
    assert (claims[1]["outcome"], claims[1]["reason"]) == ("not-tested", ELSEWHERE)


def test_a_figure_names_its_checks(paper: Workpaper) -> None:
    made = json.loads(render(paper))
    (differs,) = (one for one in made["figures"] if one["outcome"] == "differs")
    assert differs["text"] == "757"
    assert differs["checks"] == ["k0"]
    assert made["checks"][0]["operands"][0]["pinned"] is True


def test_checks_that_one_figure_explains_are_named_with_it(
    blamed: Callable[..., Workpaper],
) -> None:
    told = json.loads(report("json").render(blamed("7,975")))
    (blame,) = told["blames"]
    assert blame["checks"] == ["k0", "k5"]
    (suspect,) = blame["suspects"]
    assert (suspect["figure"]["text"], suspect["wanted"]) == ("7,975", "7,9759")
