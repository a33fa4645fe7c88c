"""What is said of a figure that differs, of its table, and of what rests on it."""

from pathlib import Path

import pytest
from msgspec import structs

from tieout import engine
from tieout.assistants.warned import Warned


@pytest.fixture
def warned(folder: Path) -> Warned:
    release = engine.read("wrong.txt", (folder / "wrong.txt").read_bytes())
    return Warned(engine.check(release))


def number(warned: Warned, text: str) -> int:
    """The figure printed so, the last of them."""
    figures = warned.workpaper.subject.document.figures
    return max(n for n, one in enumerate(figures) if one.text == text)


def test_a_figure_that_differs_says_so(warned: Warned) -> None:
    said = warned.of(number(warned, "8,434"))
    assert said[0].startswith("DIFFERS: Total operating expenses, three months ended September 30,")
    assert "reported 8,434, expected 8,343" in said[0]


def test_every_figure_of_a_table_that_does_not_foot_says_so(warned: Warned) -> None:
    for fact in warned.workpaper.subject.facts:
        said = " ".join(warned.of(fact.figure))
        assert "its table does not foot" in said or "DIFFERS" in said
    (part,) = [one for one in warned.of(number(warned, "5,910")) if "made from it" in one]
    assert "row \u201cTotal operating expenses\u201d" in part


def test_a_tick_that_rests_on_a_figure_that_differs_says_so(warned: Warned) -> None:
    said = warned.of(number(warned, "8.4 million"))
    assert any(one.startswith("it rests on a figure that differs: Total operating") for one in said)


def test_every_answer_names_what_differs_and_where(warned: Warned) -> None:
    head = warned.head()
    assert head["document"] == "wrong.txt"
    assert head["result"].endswith("figures of it differ")
    assert any(
        one.startswith("8,434: line ") and "row \u201cTotal operating expenses\u201d" in one
        for one in head["differing"]
    )
    named = warned.head(1)["differing"]
    assert named[1:] == [f"and {len(head['differing']) - 1} more: use the tool check".replace(
        "and 1 more", "and 1 figure more")]  # fmt: skip


def test_a_table_that_may_not_foot_says_so(warned: Warned) -> None:
    """What is not proven is said, too, and said to be so."""
    paper = warned.workpaper
    unproven = tuple(
        structs.replace(one, outcome="not-tested", is_lead=True) if one in paper.findings else one
        for one in paper.checks
    )
    told = Warned(structs.replace(paper, checks=unproven))
    said = told.of(number(told, "2,433"))
    assert any(one.startswith("its table may not foot, which is not proven: ") for one in said)
    said = told.of(number(told, "8,434"))
    assert any(one.startswith("may be wrong, which is not proven: Total operating") for one in said)


def test_of_what_is_right_nothing_is_said(folder: Path) -> None:
    release = engine.read("right.txt", (folder / "right.txt").read_bytes())
    warned = Warned(engine.check(release))
    assert not any(warned.of(n) for n in range(len(release.document.figures)))
    assert "differing" not in warned.head()
    assert warned.head()["result"].startswith("Nothing differs among the ")


def test_the_figures_of_a_stretch(warned: Warned) -> None:
    document = warned.workpaper.subject.document
    claim = warned.workpaper.subject.claims[0]
    assert claim.figure in warned.within(claim.sentence)
    for figure in warned.within(claim.sentence, claim.sentence):
        at = document.figures[figure]
        assert claim.sentence.start <= at.start < at.end <= claim.sentence.end
