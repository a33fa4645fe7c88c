"""A filing on one line: what differs, what changed, and no line that a document could forge."""

from datetime import date
from typing import Any

import pytest

from tieout.edgar.spoken import Given, failed, sized, spoken

NUMBER = "0001104659-07-060001"
END, DAY = date(2007, 6, 30), date(2007, 8, 8)


@pytest.fixture
def right(stand_in_module: Any) -> bytes:
    raw: bytes = stand_in_module.of_results(NUMBER, 1, 2008, END, DAY).raw
    return raw


def given(raw: bytes, **more: Any) -> Given:
    told = {"form": "8-K", "company": "CAPSTONE", "link": "https://x/i.htm", **more}
    return Given(NUMBER, raw=raw, **told)


def test_nothing_differs_is_said_with_its_share(right: bytes) -> None:
    told = spoken(given(right))
    assert not told.is_open
    assert told.line.startswith("8-K   CAPSTONE: Nothing differs among the ")
    assert told.line.endswith("  https://x/i.htm")


def test_what_differs_is_named_with_its_rule(right: bytes) -> None:
    told = spoken(given(right.replace(b"\t8,642\t", b"\t8,462\t")))
    assert told.is_open
    assert "CAPSTONE: 2 differ: FT001 8,462 (expected 8,642), FT002 " in told.line


def test_an_amendment_says_what_it_changed_and_what_had_found_it(right: bytes) -> None:
    wrong = right.replace(b"\t8,642\t", b"\t8,462\t")
    amended = {"form": "8-K/A", "number": NUMBER}
    told = spoken(given(right, original=wrong, **amended))
    assert "against 0001104659-07-060001: 8,462 is now 8,642; FT" in told.line
    assert "found it in the original" in told.line
    same = spoken(given(right, original=right, **amended))
    assert "no figure changed against 0001104659-07-060001" in same.line
    other = right.replace(b"November", b"Nov.").replace(b"Other", b"x").replace(b"fiscal", b"")
    unheard = spoken(given(right, original=other.replace(b"2,806", b"2,860"), **amended))
    assert "2,860 is now 2,806" in unheard.line
    assert "not found" in spoken(given(right, form="8-K/A")).line


@pytest.mark.parametrize("text", ["", "begin 644 x.jpg\nM_]C_X\nend", "Words alone."])
def test_what_cannot_be_read_is_said_in_its_line(text: str, stand_in_module: Any) -> None:
    made = stand_in_module.Filed(NUMBER, DAY, DAY, ("2.02",), (("EX-99.1", text),))
    told = spoken(given(made.raw))
    assert told.is_open
    assert "CAPSTONE: not checked: " in told.line
    assert NUMBER in told.line


def test_a_line_is_one_line(right: bytes) -> None:
    told = spoken(given(right, company="A\nB\x1b[2J\u202e"))
    assert told.line.isprintable()


def test_why_there_is_no_document_is_said() -> None:
    assert "not checked: it is gone" in spoken(given(b"", why="it is gone")).line
    assert "not checked: killed" in failed(given(b""), "killed").line
    assert sized(given(b"12", original=b"345")) == (NUMBER, 5)
