"""Prose as a narrative."""

from tieout.compose.init import started
from tieout.compose.init.narrative import Teller, narrative_of
from tieout.compose.init.statements import statements_of
from tieout.compose.init.ties import Ties
from tieout.engine import check, read
from tieout.model.workpaper import Release


def test_figures_that_tie_are_expressions_and_the_others_are_marked(capstone: Release) -> None:
    lines = started(capstone).book.narrative.split("\n")
    assert (
        "Revenue for the second quarter was {{ revenue }}, an increase of approximately "
        '{{ revenue | percent_change("same period last year") }} from the '
        '{{ revenue | of("same period last year") }} reported for the same period last year.'
    ) in lines
    loss = next(line for line in lines if line.startswith("Capstone's net loss"))
    assert "a decrease of $1.9 million{# not tied: no expression prints it so" in loss
    assert "for 90{# not tied: " in loss
    assert lines[-2] == "{{ statement(1) }}"
    assert "## Financial Summary" in lines


def test_what_looks_like_a_template_is_words(nvent: Release) -> None:
    narrative = started(nvent).book.narrative
    assert (
        '- Net debt to EBITDA was {{ "{" }}{{ "{" }} 2.3x }} \\*as\\* \\_reported\\_.' in narrative
    )


def test_a_bullet_by_itself_makes_an_entry_of_what_follows() -> None:
    """Microsoft's release of April 29, 2020 has the bullets in cells of their own."""
    page = "<p>Exhibit 99.1</p><p>Acme Reports Results for the quarter ended June 30, 2019</p>"
    page += "<p>\u2022</p><p>Commercial products grew again.</p>"
    page += "<table><tr><td>\u2022</td><td>Consumer products grew too.</td></tr></table>"
    page += "<table><tr><td>Revenue</td><td>5</td></tr><tr><td>Cost</td><td>4</td></tr></table>"
    release = read("bullets.htm", page.encode())
    placed = statements_of(release)
    made = started(release)
    teller = Teller(made.book, Ties(check(release), placed))
    told = narrative_of(teller, release.document.blocks[2:], placed, frozenset())
    entries = "- Commercial products grew again.\n- Consumer products grew too.\n"
    assert told == f"{entries}\n{{{{ statement(1) }}}}\n"


def test_an_asterisk_on_a_page_marks_a_note() -> None:
    """Johnson & Johnson's release of April 18, 2023: "* Difference of 28.8 shares due to ..."."""
    page = "<p>Acme Reports Results for the quarter ended June 30, 2019</p>"
    page += "<table><tr><td>Revenue</td><td>5</td></tr><tr><td>Cost</td><td>4</td></tr></table>"
    page += "<p>* Difference due to anti-dilutive impact.</p>"
    narrative = started(read("note.htm", page.encode())).book.narrative
    assert narrative.endswith("\n\\* Difference due to anti-dilutive impact.\n")
