"""A package of five documents: clean, and with what goes wrong on the last night."""

from collections.abc import Callable
from typing import Any

import pytest

from tieout.engine import checks_of
from tieout.model.package import Package
from tieout.model.workpaper import Release
from tieout.packages import gathered as module
from tieout.packages.gathered import package

Odd = Callable[[Package], list[tuple[object, ...]]]


def test_of_documents_that_state_the_same_nothing_differs(gathered: Any) -> None:
    made = gathered()
    assert (made.causes, made.leads, made.counts["differs"]) == ((), (), 0)
    assert made.counts["rows"] > 100


def test_five_are_found_and_the_sixth_is_a_rounding(planted: Package, odd: Odd) -> None:
    zero, stale, adjusted, swapped, superseded = odd(planted)
    assert zero == ("figure", ("slides.pdf", "185,150", "18,515"))
    assert stale == ("figure", ("script.docx", "$2.5 million", "$0.8 million"))
    assert adjusted == ("figure", ("script.docx", "$7.6 million", "$8.5 million"))
    assert swapped == (
        "exchanged",
        ("page.html", "$10.4 million", "$8.5 million"),
        ("page.html", "$0.10", "$0.06"),
        ("page.html", "$8.5 million", "$10.4 million"),
        ("page.html", "$0.06", "$0.10"),
    )
    assert (superseded[0], len(superseded)) == ("table", 9)
    assert planted.leads == ()
    (rounded,) = (
        row for row in planted.rows if row.caption.startswith("Research") and row.cells[3].figures
    )
    assert (rounded.standing, rounded.cells[3].why) == ("rounds", "rounded to $0.01 million")


@pytest.mark.parametrize("step", [1, -1])
def test_whatever_the_order_of_the_documents_the_same_differs(
    planted: Package, odd: Odd, step: int
) -> None:
    again = package(planted.releases[::step])
    assert {cause[0] for cause in odd(again)} == {cause[0] for cause in odd(planted)}
    assert len(again.causes) == len(planted.causes)


def test_a_document_more_is_so_much_more_work(
    plain: Callable[..., Release], monkeypatch: pytest.MonkeyPatch
) -> None:
    beside: list[int] = []

    def counted(releases: list[Release]) -> object:
        beside.append(len(releases))
        return checks_of(releases)

    monkeypatch.setattr(module, "checks_of", counted)
    said = "Backlog at September 30, 2007 was $10.4 million."
    package([plain(f"{number}.txt", said) for number in range(12)])
    assert (len(beside), set(beside)) == (12, {4})


def test_what_only_two_small_documents_state_is_compared_too(
    plain: Callable[..., Release], odd: Odd
) -> None:
    told = [f"Orders {name} at September 30, 2007 were $6.1 million." for name in "abcdefgh"]
    full = [plain(f"{name}.txt", *told, *told) for name in "abc"]
    small = [
        plain("script.txt", "Backlog at September 30, 2007 was $10.4 million."),
        plain("page.txt", "Backlog at September 30, 2007 was $104 million."),
    ]
    assert odd(package([*full, *small])) == [
        ("figure", ("page.txt", "$104 million", "$10.4 million"))
    ]
