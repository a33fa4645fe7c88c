"""Each figure that differs is one difference, however many checks find it."""

from collections.abc import Callable
from typing import Any

from tieout.model.package import Package
from tieout.model.workpaper import Release
from tieout.packages.gathered import package

Odd = Callable[[Package], list[tuple[object, ...]]]


def test_several_checks_of_a_figure_are_one_difference(gathered: Any, odd: Odd) -> None:
    wrong = ("Revenue for the second quarter was $7.2", "Revenue for the second quarter was $72.0")
    assert odd(gathered(script=(wrong,))) == [
        ("figure", ("script.docx", "$72.0 million", "$7.2 Million"))
    ]


def test_what_is_not_proven_is_a_lead(plain: Callable[..., Release]) -> None:
    script = plain(
        "script.txt",
        "Unless otherwise noted, my comments are about adjusted results.",
        "Net loss for the second quarter was $4.6 million.",
    )
    release = plain(
        "release.txt",
        "Net loss for the second quarter was $8.5 million. "
        "Adjusted net loss for the second quarter was $4.6 million.",
    )
    made = package([release, script])
    assert (made.causes, len(made.leads)) == ((), 1)
    assert made.leads[0].check.is_lead


def test_what_differs_within_one_document_is_no_matter_of_the_package(
    plain: Callable[..., Release],
) -> None:
    told = (
        "Revenue for the second quarter was $7.2 million.",
        "Revenue for the second quarter was $72 million.",
    )
    made = package([plain("release.txt", *told), plain("page.txt", "We have 190 employees.")])
    assert (made.rows, made.causes) == ((), ())
