"""Each kind of slip, as it would stand on the page."""

from random import Random

import pytest

from tieout.model.sensitivity import SlipKind
from tieout.prove.altered import Alterable
from tieout.prove.slips import makers
from tieout.prove.subject import Subject


def slipped(subject: Subject, kind: SlipKind, text: str) -> str | None:
    """The line on which the figure stands, after the slip; None where it cannot be made."""
    document = subject.document
    number = next(n for n, one in enumerate(document.figures) if one.text == text)
    slip = makers()[kind](subject, number, Random(1))
    if slip is None:
        return None
    line = document.text.count("\n", 0, document.figures[number].start)
    return Alterable(document)(slip.edits).text.split("\n")[line]


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("sign flipped", "300", "Receivables\t300\t210"),
        ("sign flipped", "210", "Receivables\t(300)\t(210)"),
        ("column swapped", "1,200", "Cash\t$1,100\t$1,200"),
        ("stale comparative", "1,200", "Cash\t$1,100\t$1,100"),
        ("scale slip", "1,200", "Cash\t$12,000\t$1,100"),
        ("period swapped", "2007", "\t2006\t2007"),
    ],
)
def test_a_slip_in_a_table(subject: Subject, kind: SlipKind, text: str, line: str) -> None:
    assert slipped(subject, kind, text) == line


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("sign flipped", "50%", " decrease of 50% from"),
        ("scale slip", "7.2 million", "was $7.2 billion, an"),
        ("wrong base", "50%", "an increase of 33% from"),
    ],
)
def test_a_slip_in_prose(subject: Subject, kind: SlipKind, text: str, words: str) -> None:
    assert words in (slipped(subject, kind, text) or "")


def test_what_cannot_slip_so_is_left_alone(subject: Subject) -> None:
    assert slipped(subject, "column swapped", "50%") is None
    assert slipped(subject, "wrong base", "1,200") is None
    assert slipped(subject, "digit changed", "2007") is None
