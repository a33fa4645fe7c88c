"""What the page's script is told: every word once, and nothing that a page could run."""

import html
import json
from typing import Any

from msgspec import structs

from tieout.model.workpaper import Workpaper, conclude
from tieout.reports._places import Places
from tieout.reports.html.data import Data


def told(paper: Workpaper) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(html.unescape(Data(paper, Places(paper)).json()))
    return made


def test_every_figure_has_its_caption_and_place(paper: Workpaper) -> None:
    data = told(paper)
    words, figures = data["words"], data["figures"]
    assert len(figures) == len(paper.endings)
    assert [words[one] for one in figures[paper.checks[0].subject.figure]] == [
        "line 10", "table \u201cSTATEMENTS OF OPERATIONS\u201d",
        "row \u201cGross loss\u201d", "column \u201c2008\u201d",
    ]  # fmt: skip
    assert [words[one] for one in figures[paper.checks[2].subject.figure]] == [
        "Revenue, three months ended June 30, 2008", "line 12",
        "\u201cACME CORPORATION STATEMENTS OF OPERATIONS (In thousands)\u201d, paragraph 1",
    ]  # fmt: skip
    excluded = next(n for n, one in enumerate(paper.endings) if one.outcome == "excluded")
    assert words[figures[excluded]] == paper.endings[excluded].reason


def test_what_has_an_entry_is_not_told_again(paper: Workpaper) -> None:
    data = told(paper)
    rules = [(data["words"][one[0]], data["words"][one[4]]) for one in data["checks"]]
    assert rules == [("FT001", "{} \u2212 {}"), ("RX003", "{} / {} \u2212 1")]


def test_words_stand_once(paper: Workpaper) -> None:
    words = told(paper)["words"]
    assert len(words) == len(set(words))
    assert words[0] == ""


def test_nothing_in_it_is_markup(paper: Workpaper) -> None:
    first, *rest = paper.checks
    evil = structs.replace(first, formula="</template><script>1 {} </script>", outcome="agrees")
    source = Data(conclude(paper.releases, [evil, *rest], {}), Places(paper)).json()
    assert "<" not in source
    assert ">" not in source
