"""The proof as a terminal shows it."""

from msgspec import structs

from tieout.model.document import Span
from tieout.model.sensitivity import Fate, Proof, Seeded, Slip
from tieout.reports.terminal import proof as terminal

SLIP = Slip("digit changed", 0, (), (), "tables", "arithmetic")


def seeded(fate: Fate, why: str = "") -> Seeded:
    rules = ("FT001",) if fate == "caught" else ()
    return Seeded(SLIP, fate, Span(10, 15), "7,219", "7,319", rules, why)


PROOF = Proof(
    "acme.txt",
    seed=7,
    differences=0,
    figures=30,
    unprotected={"nothing in hand repeats it": 3},
    seeded=(seeded("caught"), seeded("caught"), seeded("noted"), seeded("missed", "no redundancy")),
)


def test_the_terminal_says_how_much_is_caught_and_what_is_not() -> None:
    page = terminal.render(PROOF).decode()
    assert "acme.txt: 4 errors seeded" in page
    assert "50.0% caught; seed 7; nothing differs in the document as it stands" in page
    assert "no redundancy: 7,219 \u2192 7,319" in page
    assert "3 of 30 figures that no check protects" in page
    assert "FinVerBench" in page


def test_what_is_noticed_as_a_lead_is_counted_apart_from_what_is_missed() -> None:
    led = structs.replace(PROOF, seeded=(*PROOF.seeded, seeded("led", "not proven")))
    page = terminal.render(led).decode()
    assert "40.0% caught, 1 more noticed as leads; seed 7" in " ".join(page.split())
    assert "1 error that nothing caught" in page
    row = next(line for line in page.splitlines() if line.startswith("digit changed"))
    assert row.split()[2:5] + row.split()[6:] == ["5", "2", "40.0%", "1", "1", "\u2013", "1"]


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (60, 80, 120):
        lines = terminal.render(PROOF, width).decode().split("\n")
        assert max(map(len, lines)) <= width
