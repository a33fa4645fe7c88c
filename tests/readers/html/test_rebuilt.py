"""Elements that a parser would open again and again are counted before it does."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tieout.errors import Unreadable
from tieout.readers import html as reader
from tieout.readers.html import rebuilt
from tieout.readers.html.rebuilt import refuse_rebuilding

MANY = 400


def opened(name: str) -> str:
    return "".join(f"<{name} a{number}>" for number in range(MANY))


FONTS = opened("font")
CLOSED = "</font>" * MANY
HOSTILE = {
    "paragraphs": f"<p>{FONTS}</p>" + "<p>x" * MANY,
    "divisions": f"<div>{FONTS}</div>" + "<div>x</div>" * MANY,
    "entries": f"<ul><li>{FONTS}" + "<li>x" * MANY,
    "ends of what is around": opened("b") + FONTS + "x</b>" * MANY,
    "in a cell": f"<table><tr><td><p>{FONTS}</p>" + "<p>x" * MANY,
    "before cells": f"<p>{FONTS}</p><table>" + "x<tr>" * MANY,
    "ends in a cell": f"<p>{FONTS}<table><tr><td>{CLOSED}</td></table></p>" + "<p>x" * MANY,
    "ends in a comment": f"<p>{FONTS}<!--{CLOSED}--></p>" + "<p>x" * MANY,
    "ends in an attribute": f'<p>{FONTS}<i title=">{CLOSED}"></p>' + "<p>x" * MANY,
    "ends in a script": f"<p>{FONTS}<script>{CLOSED}</script></p>" + "<p>x" * MANY,
    "ends in a choice": f"<p>{FONTS}<select>{CLOSED}</select></p>" + "<p>x" * MANY,
    "long attributes": f"<p>{FONTS.replace(' a', ' ' + 'a' * 900)}</p>" + "<p>x" * MANY,
    "many names": f"<p>{opened('b')}{opened('TT')}{FONTS}</p>" + "<P>x" * MANY,
}


@pytest.mark.parametrize("how", HOSTILE)
def test_as_many_are_counted_as_are_made(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilt, "MOST_REBUILT", 10**9)
    page = HOSTILE[how]
    made = len(LexborHTMLParser(page).css("font, b, tt")) - page.count("<font") - page.count("<b ")
    assert rebuilt.rebuilt(page) >= made * 0.98 > MANY**2 / 3


@pytest.mark.parametrize("how", HOSTILE)
def test_a_page_that_swells_is_refused(how: str) -> None:
    with pytest.raises(Unreadable, match="left open, and would be opened again"):
        reader.read(f"<html>{HOSTILE[how]}".encode())


PLAIN = {
    "closed": "<p><font size=2><b>5</b></font></p>" * 9000,
    "left open, all alike": "<p><font size=2>5</p>" * 9000,
    "in cells": "<table>"
    + "<tr><td><font a%d>5</td></tr>" * 3000 % tuple(range(3000))
    + "</table>",
    "anchors": "<p><a name=%d>5</p>" * 9000 % tuple(range(9000)),
    "comments": "<p><b>5</b><!-- <b><i> --><!--></p>" * 4000,
}


@pytest.mark.parametrize("how", PLAIN)
def test_a_plain_page_is_not_refused(how: str) -> None:
    refuse_rebuilding(PLAIN[how])


@pytest.mark.parametrize(
    "pump", ["<b", "<b x='", '<b x="', "<!--", "<!-- <b>", "<script>", "</b>", "<a>", "<font a>x"]
)
def test_counting_takes_time_as_the_page_is_long(pump: str) -> None:
    rebuilt.rebuilt(pump * 100_000)


def test_a_parser_without_memory_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    from selectolax import lexbor

    def fail(_: str) -> None:
        raise lexbor.SelectolaxError("Can't parse HTML.")

    monkeypatch.setattr(lexbor, "LexborHTMLParser", fail)
    with pytest.raises(Unreadable, match="its parser gave up"):
        reader.read(b"<html><p>5")
