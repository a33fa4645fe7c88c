"""The figures of Capstone's release beside the workbook that its quarter was closed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from tieout.engine import check, read, read_support
from tieout.model.check import Check
from tieout.model.workpaper import Release, Workpaper

Closing = Callable[..., bytes]
THOUSANDS = "(in thousands, except per share data)"


@pytest.fixture(scope="module")
def release(house: Path) -> Release:
    return read("release.txt", (house / "examples/capstone-fy2008q2-8k.txt").read_bytes())


def supported(release: Release, *books: bytes) -> Workpaper:
    read_ = [read_support("closing.xlsx", book, release) for book in books]
    return check(release, support=read_)


def of_support(paper: Workpaper) -> list[Check]:
    return [one for one in paper.checks if one.rule == "SU001"]


def ticked(paper: Workpaper) -> set[int]:
    return {one.subject.figure for one in of_support(paper) if one.outcome in ("agrees", "rounds")}


def of(paper: Workpaper, caption: str) -> Check:
    (found,) = (one for one in of_support(paper) if one.message.startswith(caption))
    return found


@pytest.mark.parametrize("note", ["(in dollars)", THOUSANDS, ""])
def test_a_closing_workbook_supports_the_statements_whatever_its_scale(
    note: str, release: Release, closing: Closing
) -> None:
    paper = supported(release, closing(note=note))
    figures = {fact.figure for fact in release.facts}
    assert len(figures & ticked(paper)) >= 0.95 * len(figures)
    assert {one.outcome for one in of_support(paper)} == {"agrees"}


def test_the_backlog_of_prose_is_supported_by_a_named_cell(
    release: Release, closing: Closing
) -> None:
    paper = supported(release, closing())
    found = of(paper, "total backlog")
    assert (found.tick, found.outcome) == ("S", "agrees")
    assert found.formula == "10.4 (KPI!C3 (Total_backlog))"
    assert paper.endings[found.subject.figure].outcome == "agrees"


def test_accounts_mapped_to_a_line_are_summed_and_must_agree_with_the_statement(
    release: Release, closing: Closing
) -> None:
    paper = supported(release, closing({"BS!B7": 5867}))
    found = of(paper, "two cells may support it")
    assert found.reason == (
        "two cells may support it, and they disagree: "
        "6,711,102.55 + 835,000 in TB!C7 + TB!D8 and 5,866,822.78 in BS!B7"
    )


def test_a_row_that_has_another_amount_is_a_finding(release: Release, closing: Closing) -> None:
    paper = supported(release, closing({"IS!B5": 7291}))
    (found,) = (one for one in paper.findings if one.rule == "SU001")
    assert found.message == (
        "Revenue, three months ended September 30, 2007: reported $7,219, "
        "expected $7,290.74852, $71.74852 too low; IS!B5 of closing.xlsx"
    )
    assert paper.endings[found.subject.figure].outcome == "differs"


def test_a_row_that_stands_twice_with_two_amounts_supports_nothing(
    release: Release, closing: Closing
) -> None:
    paper = supported(release, closing(twice="Other long-term liabilities"))
    found = [one for one in of_support(paper) if one.outcome == "not-tested"]
    assert [one.reason.partition(": ")[2] for one in found] == [
        "514,651.99 in BS!B24 and 1,029,947.03 in BS!B32",
        "560,651.99 in BS!C24 and 1,121,947.03 in BS!C32",
    ]
    assert not any(
        "Other long-term" in one.message for one in of_support(paper) if one not in found
    )


def test_the_other_sign_is_said_and_is_no_finding(release: Release, closing: Closing) -> None:
    paper = supported(release, closing({"IS!B7": 756}))
    found = [one for one in of_support(paper) if one.outcome != "agrees"]
    assert {(one.outcome, one.reason) for one in found} == {
        ("not-tested", "IS!B7 has it with the other sign")
    }
    assert not paper.findings


def test_another_scale_is_said_and_is_no_finding(release: Release, closing: Closing) -> None:
    paper = supported(release, closing({"BS!B24": 515000}, note=THOUSANDS))
    assert of(paper, "BS!B24 has it in another scale").outcome == "not-tested"
    assert not paper.findings


def test_balances_that_are_credits_throughout_are_turned_together(
    release: Release, closing: Closing
) -> None:
    liabilities = (5804, 1296, 6017, 794, 13, 1385)
    turned = {f"BS!B{16 + n}": -amount for n, amount in enumerate(liabilities)}
    turned |= {"BS!B22": -15309, "BS!B23": -12, "BS!B24": -515}
    turned |= {"BS!B26": -146, "BS!B27": -622476, "BS!B28": 556130}
    turned |= {"BS!B30": -65933, "BS!B31": -81769}
    paper = supported(release, closing(turned, note=THOUSANDS))
    assert not paper.findings
    assert of(paper, "Deferred revenue, September 30, 2007").outcome == "agrees"
    assert of(paper, "Accumulated deficit, September 30, 2007").outcome == "agrees"


def test_no_other_document_and_no_other_rule_is_asked_of_the_books(
    release: Release, closing: Closing
) -> None:
    alone, paper = check(release), supported(release, closing())
    assert [one for one in paper.checks if one.rule != "SU001"] == list(alone.checks)
    assert len(paper.endings) == len(alone.endings)
    assert paper.since is None


def test_without_a_quarter_announced_nothing_is_of_any_time(
    release: Release, closing: Closing
) -> None:
    undated = structs.replace(release, calendar=None)
    assert of_support(supported(undated, closing())) == []
