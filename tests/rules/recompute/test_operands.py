import pytest

from tieout.engine import read
from tieout.evidence.candidates import number
from tieout.evidence.gathered import Evidence
from tieout.model.claim import Claim
from tieout.rules.recompute.operands import Movement, as_spoken, movement

RELEASE = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

{prose}

EXAMPLE CORP.
CONDENSED STATEMENTS OF OPERATIONS
(In thousands)

\tQuarter Ended September 30, 2007\tQuarter Ended September 30, 2006
Revenue\t$7,219\t$2,946
Cost of goods sold\t5,975\t5,282
Gross profit (loss)\t1,244\t(2,336)
Net income (loss)\t$1,244\t$(2,336)
"""


def asked(prose: str) -> tuple[Evidence, Claim]:
    """The evidence, and the last claim of the prose."""
    release = read("release.txt", RELEASE.format(prose=prose).encode())
    return Evidence.gather([release]), release.claims[-1]


def test_both_numbers_come_from_the_statements() -> None:
    moved = movement(*asked("Revenue rose 145% from the same period last year."))
    assert isinstance(moved, Movement)
    assert (moved.now.shown, moved.before.shown) == ("$7,219", "$2,946")


def test_what_no_statement_prints_is_taken_from_prose() -> None:
    evidence, claim = asked(
        "Backlog was $5 million at September 30, 2006 and $8 million at September 30, 2007. "
        "Backlog rose 60% from the end of the same period last year."
    )
    moved = movement(evidence, claim)
    assert isinstance(moved, Movement)
    assert (moved.now.shown, moved.before.shown) == ("$8 million", "$5 million")
    assert number(evidence, claim, None) is None


@pytest.mark.parametrize(
    ("prose", "reason"),
    [
        ("Revenue rose 145%.", "it is not clear which period the change is measured from"),
        ("Revenue rose 28% from the prior quarter.", "needs revenue for the three months"),
        ("Net income rose 150% from the same period last year.", "the sign changes"),
    ],
)
def test_what_is_missing_is_said(prose: str, reason: str) -> None:
    assert reason in str(movement(*asked(prose)))


def test_the_figures_of_the_sentence_itself() -> None:
    evidence, claim = asked(
        "Revenue was $7.2 million compared to $2.9 million a year ago, an increase of 148%."
    )
    formula = as_spoken(evidence, claim, "{0} / {1} − 1", lambda a, b: a / b - 1)
    assert formula is not None
    assert formula.written == "$7.2 million / $2.9 million − 1"
    evidence, claim = asked("Revenue was $7.2 million, up 148% from a year ago.")
    assert as_spoken(evidence, claim, "{0} / {1} − 1", lambda a, b: a / b - 1) is None
