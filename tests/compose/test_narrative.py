"""Narratives told: what every filter prints, what is refused and why, and what is kept."""

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tieout.compose.blocks import Bullets, PageBreak, Paragraph, Run, Table, Title
from tieout.compose.book import Book, Statement
from tieout.compose.figures import Origin
from tieout.compose.narrative import Telling, tell
from tieout.compose.narrative.record import marked, unmarked
from tieout.errors import Misuse
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS

Make = Callable[..., Book]
PAGE = Path(__file__).parents[2] / "docs" / "book.md"


def bare(statement: Statement, _: Book) -> Table:
    return Table(statement.titles, (), (), 0)


def telling(make: Make, narrative: str, *changes: tuple[str, str]) -> Telling:
    return tell(make(*changes, narrative=narrative), bare)


def printed(make: Make, narrative: str, *changes: tuple[str, str]) -> str:
    block = telling(make, narrative, *changes).body[0]
    assert isinstance(block, Paragraph)
    return "".join(run.text for run in block.runs)


# ------------------------------------------------------------------------------------ filters


def examples() -> list[tuple[str, str]]:
    """The table of filters in docs/book.md: an expression and what it prints for the example."""
    rows = [line.split(" | ") for line in PAGE.read_text("utf-8").splitlines()
            if line.startswith("| `{{")]  # fmt: skip
    return [
        (" | ".join(row[:-1]).removeprefix("| ").strip().strip("`").replace("\\|", "|"),
         row[-1].removesuffix(" |").strip())
        for row in rows
    ]  # fmt: skip


@pytest.mark.parametrize(("expression", "words"), examples())
def test_every_filter_prints_what_its_page_says(
    capstone_book: Book, expression: str, words: str
) -> None:
    from msgspec.structs import replace

    told = tell(replace(capstone_book, narrative=f"It was {expression}."), bare)
    block = told.body[0]
    assert isinstance(block, Paragraph)
    assert "".join(run.text for run in block.runs) == f"It was {words}."


def test_every_filter_has_its_example(capstone_book: Book) -> None:
    from tieout.compose.narrative.filters import Filters
    from tieout.compose.narrative.record import Record

    page = PAGE.read_text("utf-8")
    for name in Filters(capstone_book.style, Record()).by_name():
        assert f"| {name}" in page.replace("\\|", "|"), f"docs/book.md has no example of {name}"


def test_differences_are_exact_or_of_what_is_printed(small_book: Make) -> None:
    told = '{{ net_loss | change("same period last year", "amount") }}'
    assert printed(small_book, told) == "a decrease of $2.0 million"
    style = ("decimals = 1", 'differences = "printed"')
    assert printed(small_book, told, style) == "a decrease of $1.9 million"


def test_the_way_of_a_change_is_told_by_its_sign(small_book: Make) -> None:
    told = '{{ revenue | change("same period last year", "amount") }}'
    assert printed(small_book, told) == "an increase of $4.3 million"
    assert printed(small_book, told, ("2,946", "9,219")) == "a decrease of $2.0 million"
    assert printed(small_book, told, ("2,946", "7,219")) == "no change"


def test_lines_are_looped_over_and_asked(small_book: Make) -> None:
    told = (
        "{% for line in [revenue, net_loss] %}{{ loop.index }}. {{ line }} {% endfor %}"
        "{% if net_loss > revenue %}More{% else %}Less{% endif %} lost than sold"
        "{% set when = 'six months' %} and {{ revenue | of(when) }} in half a year"
    )
    assert printed(small_book, f"So: {told}") == (
        "So: 1. $7.2 million 2. $8.5 million More lost than sold and $12.8 million in half a year"
    )


# ----------------------------------------------------------------------------------- refusals


REFUSED = {
    "a line that is none": (
        "One.\n\nTwo {{ revenu }}.",
        "narrative.md, line 3: there is no line 'revenu': did you mean revenue?",
    ),
    "a filter that is none": (
        "{{ revenue | chang_('prior quarter') }}",
        "narrative.md, line 1: there is no filter 'chang_': did you mean 'change' or",
    ),
    "a period that is none": (
        "\n{{ revenue | of('prior fortnight') }}",
        "narrative.md, line 2: 'prior fortnight' names no period: say one as",
    ),
    "a period without figures": (
        "{{ revenue | of('2001-01-01/2001-03-31') }}",
        "narrative.md, line 1: revenue has no figure for three months ended March 31, 2001",
    ),
    "a period against itself": (
        "{{ revenue | change('second quarter') }}",
        "narrative.md, line 1: 'second quarter' is the period itself: change needs another",
    ),
    "a percentage of a loss": (
        "{{ gross_loss | of('six months') | percent_change('2007-07-01/2007-09-30') }} "
        "{{ (revenue - cost) | percent_change('same period last year') }}",
        "narrative.md, line 1: a change in percent means nothing from or to a figure below zero",
    ),
    "a filter of words": (
        "{{ 5 | amount }}",
        "narrative.md, line 1: amount is taken of a figure: write the line's key in front of",
    ),
    "an argument that is none": (
        "{{ revenue | change('prior quarter', x=1) }}",
        "narrative.md, line 1: change got an unexpected keyword argument 'x'",
    ),
    "other files": (
        "{% include '/etc/passwd' %}",
        "narrative.md, line 1: a narrative may not reach other files",
    ),
    "endless": ("{{ 1e400 }}", "narrative.md, line 1: inf is no figure of the book: name the line"),
    "endless words": ("{{ 'a' ~ 1e400 }}", "narrative.md, line 1: inf is no figure of the book"),
    "a fraction": ("{{ 1.5 | amount }}", "narrative.md, line 1: 1.5 is no figure of the book"),
    "importing": ("{% import 'os' as os %}", "narrative.md, line 1: a narrative may not reach"),
    "opening": (
        "{{ open('/etc/passwd') }}",
        "narrative.md, line 1: a narrative calls statement, figure alone",
    ),
    "dunder": (
        "{{ ''.__class__ }}",
        "narrative.md, line 1: a narrative may not reach '__class__' of a value",
    ),
    "dunder of ours": (
        "{{ company.__class__ }}",
        "narrative.md, line 1: a narrative may not reach '__class__' of company",
    ),
    "the inside of a figure": (
        "{{ revenue._figures }}",
        "narrative.md, line 1: a narrative may not reach '_figures' of revenue",
    ),
    "subscripts": (
        "{{ revenue['period'] }}",
        "narrative.md, line 1: a narrative may not take values apart",
    ),
    "macros": (
        "{% macro f() %}{{ f() }}{% endmacro %}",
        "narrative.md, line 1: a narrative may not define macros",
    ),
    "a loop for ever": (
        "\n{% for a in range(10**9) %}x{% endfor %}",
        "narrative.md, line 2: a loop runs over a list",
    ),
    "loops in loops": (
        "{% for a in [1,2,3,4,5,6,7,8,9] %}" * 8 + "{% endfor %}" * 8,
        "narrative.md, line 1: its loops turn more than 10,000 times",
    ),
    "repeated words": ("{{ 'a' * 10**9 }}", "narrative.md, line 1: a narrative may not multiply"),
    "powers": ("{{ 9**9**9 }}", "narrative.md, line 1: a narrative may not raise to powers"),
    "padding": (
        "{{ 'a' | center(1000000000) }}",
        "narrative.md, line 1: there is no filter 'center'",
    ),
    "formats": (
        "{{ '%1000000000d' % 1 }}",
        "narrative.md, line 1: a narrative may not format with %",
    ),
    "doubling by ~": (
        "{% set a0 = 'aaaa' %}"
        + "".join(f"{{% set a{n + 1} = a{n} ~ a{n} %}}" for n in range(40)),
        "narrative.md, line 1: an expression makes more than 10,000 characters",
    ),
    "doubling by a filter": (
        "{% set a0 = 'aaaa' %}"
        + "".join(f"{{% set a{n + 1} = a{n} | hedged(a{n}) %}}" for n in range(40)),
        "narrative.md, line 1: an expression makes more than 10,000 characters",
    ),
    "doubling by +": (
        "{% set a = 'aaaa' %}{{ a + a }}",
        "narrative.md, line 1: only figures are added and subtracted: join words with ~",
    ),
    "deep": (f"{{{{ {'(' * 5000}1{')' * 5000} }}}}", "narrative.md, line 1: the expressions are"),
    "deeper": (f"{{{{ {'not ' * 90000}1 }}}}", "narrative.md, line 1: the expressions are nested"),
    "too long": ("{{ 1 }}" * 90_000, "narrative.md, line 1: 630,000 characters; 524,288 is the"),
    "unclosed": ("\n\nIt was {{ revenue", "narrative.md, line 3: unexpected end of template"),
    "our own marks": ("\U000f0000", "narrative.md, line 1: it holds characters for private use"),
    "a statement that is none": (
        "{{ statement('cash') }}",
        "narrative.md, line 1: there is no statement 'cash': the book has income_statement",
    ),
    "a statement placed again": (
        "{{ statement(1) }}\n\n" * 3000,
        "narrative.md: statement 1 is placed twice: a release shows it once",
    ),
    "a number without end": (
        f"\n{{{{ {'9' * 5_000} }}}}",
        "narrative.md, line 1: a number is longer than any figure",
    ),
    "a statement in a sentence": (
        "It is {{ statement('income') }}",
        "narrative.md: a statement stands on a line of its own: put empty lines around it",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("narrative", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_bad_narrative_is_refused_at_once(
    small_book: Make, narrative: str, sentence: str
) -> None:
    book = small_book(narrative=narrative)
    began = time.process_time()
    with pytest.raises(Misuse) as refused:
        tell(book, bare)
    assert str(refused.value).startswith(sentence)
    assert time.process_time() - began < 5


def test_a_key_of_ours_is_refused_where_it_stands(small_book: Make) -> None:
    with pytest.raises(Misuse) as refused:
        telling(
            small_book,
            "x",
            ("payables         |", "company          |"),
            ('"payables", "equity', '"company", "equity'),
        )
    assert str(refused.value) == (
        "figures.toml, line 38: the key 'company' is taken: choose another"
    )


def test_a_caption_is_refused_where_it_stands(small_book: Make) -> None:
    with pytest.raises(Misuse) as refused:
        telling(small_book, "x", ("{{ allowance }}", "{{ alowance }}"))
    assert str(refused.value) == (
        "figures.toml, line 35: there is no line 'alowance': did you mean allowance?"
    )
    with pytest.raises(
        Misuse, match=r"figures.toml, line 35: the caption's figure has no March 31"
    ):
        telling(small_book, "x", ("{{ allowance }}", "{{ allowance | at('March 31, 2007') }}"))


# ------------------------------------------------------------------------- blocks and the record


def test_markdown_becomes_blocks(small_book: Make) -> None:
    told = telling(
        small_book,
        "# One\n\nA **bold {{ revenue }}** and\n*italic* line\\\nbroken.\n\n- a\n- b\n\n---\n\n"
        "8. eighth\n\n{{ statement('balance') }}\n\n#### Deep\n",
    )
    revenue = Run("$7.2 million", bold=True, fact=1)  # the caption's allowance was told before
    assert told.body == (
        Title((Run("One"),), 1),
        Paragraph(
            (Run("A "), Run("bold ", bold=True), revenue, Run(" and "), Run("italic", italic=True),
             Run(" line\nbroken."))
        ),
        Bullets(((Run("a"),), (Run("b"),))),
        PageBreak(),
        Paragraph((Run("8. "), Run("eighth"))),
        Table(("ACME CORPORATION", "BALANCE SHEETS", "(In thousands)"), (), (), 0),
        Title((Run("Deep"),), 3),
    )  # fmt: skip
    assert told.placed == (1,)


def test_what_a_number_means_is_kept(small_book: Make) -> None:
    told = telling(small_book, "\nUp {{ revenue | change_amount('prior quarter') }} or 4%.")
    one = told.told[-1]
    assert (one.text, one.kind, one.place) == ("$1.6 million", "change", "narrative.md, line 2")
    assert one.amount == Amount(16, 5, DOLLARS)
    assert (one.concept, str(one.period), str(one.since)) == (
        *("us-gaap:Revenues", "2007-07-01/2007-09-30", "2007-04-01/2007-06-30"),
    )
    assert one.origins == (Origin(0, 0, 0), Origin(0, 0, 2), Origin(0, 0, 0, -1))
    assert told.typed == ("4%",)


def test_captions_headlines_and_derived_columns_are_told(small_book: Make) -> None:
    derived = "2007-04-01/2007-09-30 - 2007-07-01/2007-09-30"
    column = f'  {{ period = "2007-04-01/2007-06-30", derived = "{derived}" }},\n]'
    told = telling(
        small_book, "x", ("]\nlines", f"{column}\nlines"), ("Announces", "Sells {{ revenue }}:")
    )
    income, sheet = told.book.statements
    assert income.lines[0].cells == ("7219", "2946", "12834", "5615")
    assert income.lines[4].cells[3] == ""  # per share: never derived
    assert sheet.lines[2].caption.endswith("net of allowance of $835")
    assert told.book.heading.headline == "Acme Sells $7.2 million: Results"
    assert told.told[0].amount.value == Fraction(835_000)


def test_marks_part_a_text_and_leave_no_trace() -> None:
    text = "a \U000f0002$7\U0010fffd b \U000f0001"
    assert list(marked(text)) == [("a ", -1), ("$7", 2), (" b ", -1)]
    assert unmarked(text) == "a $7 b "


@pytest.mark.parametrize(
    ("narrative", "reason"),
    [
        ("{{ revenue }} " * 1_501, "more than 1,500 numbers"),
        ("- Well again.\n" * 3_001, r"3,001 paragraphs and entries of lists.*up to 3,000"),
        ("Well again.\n\n" * 3_001, r"3,001 paragraphs"),
    ],
)
def test_a_narrative_beyond_all_releases_is_refused(
    small_book: Make, narrative: str, reason: str
) -> None:
    with pytest.raises(Misuse, match=reason):
        telling(small_book, narrative)
