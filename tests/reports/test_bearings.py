"""Every report has a line for each document that was given: what it was good for."""

import json
from collections.abc import Callable

import pytest
from msgspec import structs

from tieout.model.check import Check, Operand, Ref
from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.reports import report
from tieout.reports._bearings import borne, others


@pytest.fixture
def beside(acme: Release, small: Release) -> Callable[..., Workpaper]:
    """Acme's workpaper beside another document, to which so many figures tie or do not."""

    def made(*outcomes: str, is_support: bool = False) -> Workpaper:
        other = structs.replace(small, is_support=is_support)
        checks = [
            Check("TI004", "x", "T", outcome, "error", Ref(0, n), (Operand(Ref(1, 0)),))  # type: ignore[arg-type]
            for n, outcome in enumerate(outcomes)
        ]
        return conclude([acme, other], checks, {})

    return made


@pytest.mark.parametrize(
    ("outcomes", "role", "words"),
    [
        ((), "against", "no figure ties to it"),
        (("agrees",), "against", "1 figure ties to it"),
        (("agrees", "rounds"), "against", "2 figures tie to it"),
        (("agrees", "differs"), "against", "1 figure ties to it, 1 differs from it"),
        (("differs", "differs"), "against", "no figure ties to it, 2 differ from it"),
        ((), "support", "no figure is supported by it"),
        (("agrees", "agrees"), "support", "2 figures are supported by it"),
    ],
)
def test_how_many_figures_it_tested(
    beside: Callable[..., Workpaper], outcomes: tuple[str, ...], role: str, words: str
) -> None:
    assert borne(beside(*outcomes, is_support=role == "support")) == ["", words]


def test_whose_it_is_where_it_is_another_companys(small: Release) -> None:
    heading = small.announcement
    assert heading is not None
    other = structs.replace(small, announcement=structs.replace(heading, company="Zenith Corp."))
    (sentence,) = others(conclude([small, other], [], {}))
    assert sentence.startswith("small.txt: earnings release")
    assert sentence.endswith(
        "(prior); no figure ties to it; it is another company\u2019s (Zenith Corp.)"
    )


def test_a_second_release_of_the_quarter_may_be_a_draft(small: Release) -> None:
    (sentence,) = others(conclude([small, small], [], {}))
    assert "if it is an earlier draft, it proves nothing, so give it with --draft" in sentence


@pytest.mark.parametrize("name", ["terminal", "summary", "html"])
def test_drawn_reports_say_so(beside: Callable[..., Workpaper], name: str) -> None:
    words = " ".join(report(name).render(beside("agrees")).decode().split())
    assert "1 figure ties to it" in words


def test_the_json_has_the_counts(beside: Callable[..., Workpaper]) -> None:
    subject, other = json.loads(report("json").render(beside("agrees", "differs")))["documents"]
    assert (subject["tied"], subject["differing"], subject["is_foreign"]) == (None, None, False)
    assert (other["tied"], other["differing"]) == (1, 1)
    assert (other["is_foreign"], other["is_redraft"]) == (False, False)
