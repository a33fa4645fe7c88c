"""Expressions that print the words of a figure."""

from datetime import date

from tieout.compose.book import Book, Company, Heading, Style
from tieout.compose.init.expressions import Ask, Expressions
from tieout.compose.init.statements import statements_of
from tieout.model.period import Period
from tieout.model.workpaper import Release

NOW = Period(date(2007, 9, 30), date(2007, 7, 1))
THEN = Period(date(2006, 9, 30), date(2006, 7, 1))


def _expressions(release: Release) -> tuple[Expressions, dict[str, int]]:
    (placed,) = statements_of(release)
    statement = placed.statement
    book = Book(
        company=Company(name="Capstone"),
        heading=Heading(date=date(2007, 11, 8), headline=""),
        form=None,
        style=Style(),
        statements=(statement,),
        narrative="",
        calendar=release.calendar,
    )
    return Expressions(book), {line.key: n for n, line in enumerate(statement.lines) if line.key}


def _found(release: Release, shown: str, *cells: tuple[str, int], since: bool = False) -> str:
    """The expression for words tied to cells, told as line and column."""
    expressions, places = _expressions(release)
    bare = shown.removeprefix("$")
    ask = Ask(
        shown,
        bare,
        tuple((0, places[key], column) for key, column in cells),
        f"{shown[:1]}({bare})" if shown.startswith("$") else "",
        NOW,
        THEN if since else None,
    )
    found = expressions.find(ask)
    return found.text if found is not None else ""


def test_levels(capstone: Release) -> None:
    assert _found(capstone, "$7.2 million", ("revenue", 0)) == "{{ revenue }}"
    assert _found(capstone, "$2.9 million", ("revenue", 1)) == (
        '{{ revenue | of("same period last year") }}'
    )
    assert _found(capstone, "$7.2 Million", ("revenue", 0)) == "{{ revenue | title }}"
    assert _found(capstone, "$7,219,000", ("revenue", 0)) == (
        '{{ revenue | amount(scale="whole", decimals=0) }}'
    )
    assert _found(capstone, "$0.06", ("net_loss_per_share_of_common", 0)) == (
        "{{ net_loss_per_share_of_common }}"
    )


def test_changes_from_the_end_that_stands_in_the_sentence(capstone: Release) -> None:
    assert _found(capstone, "145%", ("revenue", 1), since=True) == (
        '{{ revenue | percent_change("same period last year") }}'
    )
    assert _found(capstone, "7 percent", ("research_and_development", 1), since=True) == (
        '{{ research_and_development | percent_change("same period last year", word="percent") }}'
    )
    assert _found(capstone, "$2.0 million", ("net_loss", 1), since=True) == (
        '{{ net_loss | change_amount("same period last year") }}'
    )


def test_shares(capstone: Release) -> None:
    assert _found(capstone, "10%", ("gross_loss", 0), ("revenue", 0)) == (
        "{{ gross_loss | share(revenue) }}"
    )


def test_sums(capstone: Release) -> None:
    assert _found(capstone, "$6.7 million", ("selling", 0), ("interest_income", 0)) == ""
    assert _found(capstone, "$6.5 million", ("selling", 0), ("interest_income", 0)) == (
        "{{ (selling + interest_income) }}"
    )


def test_words_that_the_cells_do_not_print_have_none(capstone: Release) -> None:
    """The filing says $1.9 million: it took 10.4 − 8.5, where the statements give 1.966."""
    cells = (("net_loss", 0), ("net_loss", 1))
    assert _found(capstone, "$1.9 million", *cells, since=True) == ""


def test_other_cells_that_happen_to_print_the_words_do_not_serve(capstone: Release) -> None:
    assert _found(capstone, "$7.2 million", ("cost_of_goods_sold", 0)) == ""
