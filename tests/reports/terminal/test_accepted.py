"""What people said, on a screen."""

from msgspec import structs

from tieout.model.workpaper import Workpaper
from tieout.reports import terminal


def said(paper: Workpaper, *, verbose: bool = False) -> list[str]:
    return terminal.render(paper, verbose=verbose).decode().splitlines()


def test_what_is_accepted_and_ticked_stands_with_who_said_it_and_why(answered: Workpaper) -> None:
    lines = said(answered)
    at = next(n for n, line in enumerate(lines) if line.startswith("A 1 figure accepted \u2500"))
    assert lines[at + 1 : at + 3] == [
        "A Gross loss: reported (757), expected (756), 1 too low  line 10 \u00b7 FT001",
        "    Accepted by AB, November 30, 2026: rounded <apart>",
    ]
    at = next(n for n, line in enumerate(lines) if line.startswith("M 1 figure ticked by hand"))
    assert lines[at + 1 : at + 4] == [
        "M 10.4 million  line 12",
        "    Ticked by hand by CD, November 29, 2026: backlog report (backlog.xlsx,",
        "      SHA-256 abababababab)",
    ]


def test_what_does_not_hold_stands_like_a_finding_with_what_changed(answered: Workpaper) -> None:
    lines = said(answered)
    at = next(n for n, line in enumerate(lines) if "2 sign-offs do not hold any more" in line)
    assert lines[at].startswith("\u2717 ")
    assert lines[at + 1 : at + 5] == [
        "\u2717 RX003 \u00b7 Revenue, three months ended June 30, 2008: it was 144%",
        "    Accepted by AB, November 30, 2026: as told  line 12",
        "\u2717 RX006 \u00b7 (757): nothing is like it",
        "    Accepted by AB, November 30, 2026: rounded <apart>",
    ]
    assert "1 sign-off is of other documents, and not used here." in lines


def test_the_bar_and_the_counts_tell_them_apart(answered: Workpaper, paper: Workpaper) -> None:
    assert "of these, by people   A accepted 1   M ticked by hand 1" in said(answered)
    bar, plain = (next(line for line in said(one) if "\u2588" in line) for one in (answered, paper))
    assert bar.replace("\u2592", "\u2591") == plain
    assert "\u2592" in bar


def test_nothing_else_differs(answered: Workpaper) -> None:
    assert any(line.startswith("\u2713 Nothing else differs among") for line in said(answered))


def test_the_legend_says_what_the_letters_mean(answered: Workpaper) -> None:
    lines = said(answered, verbose=True)
    assert "  M  not tested; a person ticked it by hand, with what supports it" in lines
    assert "  A  differs, and a person accepts that, with a reason" in lines


def test_many_are_counted_where_the_screen_has_no_room(answered: Workpaper) -> None:
    many = structs.replace(answered, accepted=answered.accepted[:1] * 5)
    assert "  and 2 more: see --output workpaper.html" in said(many)
    assert sum("Accepted by" in line for line in said(many, verbose=True)) == 5


def test_without_a_word_of_people_nothing_is_said_of_them(paper: Workpaper) -> None:
    words = "\n".join(said(paper, verbose=True))
    assert not {"by people", "accepted", "sign-off"} & set(words.split())
