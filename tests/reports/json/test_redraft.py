"""The draft before in the workpaper's JSON."""

import json
from typing import Any

from msgspec import structs

from tieout.model.measures import MeasureNews, Since
from tieout.model.workpaper import Workpaper
from tieout.reports import report


def made(paper: Workpaper) -> Any:
    return json.loads(report("json").render(paper))


def test_the_draft_is_the_last_document_and_its_figures_have_places(redrafted: Workpaper) -> None:
    paper = made(redrafted)
    assert [(one["id"], one["role"]) for one in paper["documents"]] == [
        ("d0", "subject"),
        ("d1", "draft"),
    ]
    draft = paper["draft"]
    assert draft["document"] == "d1"
    (changed,) = draft["changed"]
    assert (changed["was"]["document"], changed["was"]["text"]) == ("d1", "7,129")
    assert (changed["now"]["document"], changed["now"]["text"]) == ("d0", "7,219")
    assert draft["findings_new"] == ["k0"]
    assert draft["findings_fixed"][0]["subject"]["text"] == "7,129"
    assert draft["ticks_lost"][0]["why"].startswith("RX003")
    assert {one["document"] for one in paper["facts"]} == {"d0"}


def test_without_a_draft_it_is_null(paper: Workpaper) -> None:
    assert made(paper)["draft"] is None
    assert made(paper)["since"] is None


def test_measures_name_the_release_before(paper: Workpaper) -> None:
    since = Since(0, (MeasureNews("EBITDA", "added", now="EBITDA"),))
    told = made(structs.replace(paper, since=since))["since"]
    assert told["document"] == "d0"
    assert told["measures"][0] == {
        "measure": "EBITDA", "news": "added", "was": "", "now": "EBITDA", "is_told": False,
    }  # fmt: skip
