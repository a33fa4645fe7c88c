"""The tool read: every figure with its place and outcome, and none that differs without saying."""

from typing import Any

import pytest

from tieout.assistants.folders import Folders
from tieout.assistants.tools.read import Asked, answer
from tieout.errors import Misuse


def entries(folders: Folders, file: str, what: Any) -> list[dict[str, Any]]:
    """The entries of all pages."""
    first = answer(Asked(file, what), folders)
    pages = range(1, first["pages"] + 1)
    return [
        one for page in pages for one in answer(Asked(file, what, [], page), folders)["entries"]
    ]


def test_figures_of_statements(folders: Folders) -> None:
    told = entries(folders, "right.txt", "statements")
    (revenue,) = [one for one in told if one["printed"] == "7,219"]
    assert revenue == {
        "caption": "Revenue",
        "concept": "us-gaap:Revenues",
        "statement": "income statement",
        "period": "2007-07-01/2007-09-30",
        "value": "7219000",
        "unit": "USD",
        "printed": "7,219",
        "place": revenue["place"],
        "outcome": "agrees",
    }
    assert "row \u201cRevenue\u201d, column \u201cThree Months Ended" in revenue["place"]


def test_a_differing_figure_and_its_table_are_handed_out_with_their_warnings(
    folders: Folders,
) -> None:
    told = entries(folders, "wrong.txt", "statements")
    assert all(one["warnings"] for one in told)
    (wrong,) = [one for one in told if one["printed"] == "8,434"]
    assert wrong["outcome"] == "differs"
    assert wrong["warnings"][0].startswith("DIFFERS: ")


def test_prose_is_handed_out_by_sentence_with_the_warnings_of_all_its_figures(
    folders: Folders,
) -> None:
    assert not any("warnings" in one for one in entries(folders, "right.txt", "prose"))
    told = entries(folders, "wrong.txt", "prose")
    (claim,) = [one for one in told if one["printed"] == "8.4 million"]
    assert claim["sentence"] == "Total operating expenses were $8.4 million."
    assert any("differs" in one for one in claim["warnings"])


def test_a_page_that_is_none_is_a_sentence(folders: Folders) -> None:
    with pytest.raises(Misuse, match="there is no page 9"):
        answer(Asked("right.txt", page=9), folders)
