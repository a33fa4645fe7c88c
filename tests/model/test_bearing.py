"""What a document beside the subject bears: how many figures, whose it is, and whether a draft."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import check, read
from tieout.model.bearing import Bearing, bearings
from tieout.model.check import Check, Operand, Outcome, Ref
from tieout.model.workpaper import Release, conclude

Said = Callable[..., Release]


@pytest.fixture(scope="module")
def examples(house: Path) -> Callable[[str], Release]:
    folder = house / "examples"
    return lambda stem: read(f"{stem}.txt", (folder / f"{stem}.txt").read_bytes())


def found(outcome: Outcome, figure: int, document: int) -> Check:
    ref = Ref(document, 0)
    return Check("TI004", "x", "T", outcome, "error", Ref(0, figure), (Operand(ref), Operand(ref)))


def test_each_figure_is_counted_once_and_one_that_differs_does_not_tie(small: Release) -> None:
    checks = [
        *(found("agrees", 3, 1), found("rounds", 3, 1), found("agrees", 4, 1)),
        *(found("differs", 4, 1), found("not-tested", 5, 1), found("agrees", 6, 0)),
    ]
    paper = conclude([small, small, small], checks, {})
    assert [(one.tied, one.differing) for one in bearings(paper)] == [(0, 0), (1, 1), (0, 0)]


def test_another_company_and_a_second_release_of_the_quarter_are_known(
    small: Release, examples: Callable[[str], Release]
) -> None:
    release = examples("capstone-fy2008q2-release")
    form, before = examples("capstone-fy2008q2-8k"), examples("capstone-fy2007q2-8k")
    draft = structs.replace(release, document=structs.replace(release.document, sha256="ab" * 32))
    paper = check(release, [form, before, small, draft])
    none, *others = bearings(paper)
    assert none == Bearing()
    assert [(one.is_foreign, one.is_redraft) for one in others] == [
        (False, False),
        (False, False),
        (True, False),
        (False, True),
    ]
    assert all(one.tied for one in others if not one.is_foreign)


def test_the_draft_itself_among_the_others_is_known(
    small: Release, examples: Callable[[str], Release]
) -> None:
    form = examples("capstone-fy2007q2-8k")
    paper = check(examples("capstone-fy2008q2-8k"), [form], draft=form)
    assert [one.is_redraft for one in bearings(paper)] == [False, True]


def test_books_are_nobodys(small: Release) -> None:
    books = structs.replace(small, is_support=True)
    (_, one) = bearings(conclude([small, books], [], {}))
    assert one == Bearing()
