"""Whose number of several in one line a sentence is held against (TI008)."""

import pytest

from tieout.engine import check, read
from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions
from tieout.proof.reserved import Reserved
from tieout.proof.words import Said, said
from tieout.rules.tie.named import named

_TABLE = """
Orders, desert water treatment|12,480|8,314
Service contracts signed|4,386|4,118
Pumps under remote monitoring|8,517|7,903
Pumps in the field|2,214|2,105
Research grants received|1,115|978
Warranty claims settled|671|702
Freight and packaging|938|884
Rent of test stands|412|398
Training of technicians|233|241
Recruiting|94|83
"""
_OPENING = """<p>Example Corp. Announces Second Quarter Fiscal 2008 Results</p>
<p>SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for
its second quarter ended September 30, 2007.</p>"""
_OVER = "<td></td><td colspan=2>Quarter Ended September 30, 2007</td>"


def _page(told: str, *columns: str) -> bytes:
    """A release with one sentence and a table of one quarter whose columns have these names."""
    named = "".join(f"<td>{one}</td>" for one in ("", *columns))
    rows = [
        "".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in _TABLE.strip().split("\n")
    ]
    table = "".join(f"<tr>{row}</tr>" for row in (_OVER, named, *rows))
    said = f"<p>In the quarter ended September 30, 2007, {told}.</p>"
    titles = "<p>SUPPLEMENTAL DATA</p><p>(In thousands)</p>"
    return f"{_OPENING}{said}{titles}<table>{table}</table>".encode()


@pytest.mark.parametrize(
    ("told", "columns", "differs"),
    [
        ("orders for desert water treatment were $12.9 million", ("Riverton", "Lakeview"), False),
        ("orders for desert water treatment were $12.9 million", ("Total", "Lakeview"), True),
        ("orders at Riverton for desert water treatment were $12.9 million",
         ("Riverton", "Lakeview"), True),
    ],
)  # fmt: skip
def test_a_part_that_nothing_names_refutes_nothing(
    told: str, columns: tuple[str, str], *, differs: bool
) -> None:
    paper = check(read("x.htm", _page(told, *columns)))
    found = [one for one in paper.checks if one.rule == "TI008" and one.outcome == "differs"]
    assert bool(found) is differs


def test_what_like_sentences_say_is_weighed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "\n\n".join(["Hardware billings were $3.1 million in the second quarter."] * 40)
    evidence = Evidence.gather([read("release.txt", told.encode())])
    asked: list[Mention] = []

    def counted(held: Mentions, claim: Mention, other: Mention) -> Said:
        asked.append(claim)
        return said(held, claim, other)

    monkeypatch.setattr("tieout.rules.tie.named.said", counted)
    for one in named.proposed(evidence):
        assert isinstance(one, Reserved)
        list(one.make())
    assert len(asked) == 40
