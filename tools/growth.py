"""How the time of each stage grows with a document of one thing over and over.

    python tools/growth.py [--from 100] [--times 2] [KIND...]

Each kind is made at a length, in kilobytes, and at twice that as often as asked. Told is the
power of the length that each stage's time grows with between the last two: 1 is the length
itself, 2 its square. A stage that takes less than a tenth of a second tells nothing.
"""

import argparse
import io
import math
import sys
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable

from bench import timed

from tieout import engine
from tieout.errors import Unreadable
from tieout.reports import report

KILO = 1_000
TELLING = 0.1
"""Seconds."""
GROWS = 1.35


def over(piece: str, start: str = "", end: str = "") -> Callable[[int], str]:
    """A document of one piece over and over; {n} in it is the number of the piece."""
    return lambda length: (
        start + "".join(piece.replace("{n}", str(n)) for n in range(length // len(piece))) + end
    )


def table(piece: str, titles: str = "BALANCE SHEETS") -> Callable[[int], str]:
    """A page of one table, of one row over and over."""
    return over(piece, f"<html><p>{titles}<p>(In thousands)<table>", "</table>5")


def columns(length: int) -> str:
    """A table of four rows, and of as many columns as there is room for."""
    cells = "<td>1,234" * (length // 40)
    return f"<html><table><tr><td>Cash{cells}<tr><td>Debt{cells}<tr><td>Sum{cells}<tr><td>x{cells}"


def docx(piece: str) -> Callable[[int], bytes]:
    """A Word document of one piece of a body over and over."""

    def made(length: int) -> bytes:
        held = io.BytesIO()
        body = piece * (length // len(piece))
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("_rels/.rels", "")
            archive.writestr(
                "word/document.xml",
                '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                f"<w:body>{body}</w:body></w:document>",
            )
        return held.getvalue()

    return made


def paragraph(words: str) -> str:
    """A paragraph of a Word document."""
    told = words.replace("\t", "</w:t><w:tab/><w:t>")
    return f"<w:p><w:r><w:t>{told}</w:t></w:r></w:p>"


STATEMENT = (
    "<p>CONSOLIDATED STATEMENTS OF OPERATIONS<p>(In thousands)<table>"
    "<tr><td><td>Three Months Ended March 31,<tr><td><td>2020<td>2019"
    "<tr><td>Revenue<td>1,000<td>900<tr><td>Cost of revenue<td>600<td>500"
    "<tr><td>Gross profit<td>400<td>400<tr><td>Net income<td>40<td>30</table>"
)
CLAIM = "Revenue increased 11% to $1.0 million from $0.9 million in the first quarter of 2019. "

KINDS: dict[str, Callable[[int], str | bytes]] = {
    "digits.htm": lambda n: f"<html><table><tr><td>Cash<td>{'1' * n}x<td>5</table>",
    "digits.txt": lambda n: "Revenue was " + "1" * n + "x million 5",
    "digits.docx": lambda n: docx(f"{paragraph('1' * n + 'x')}{paragraph('5')}")(n),
    "groups.txt": over(",123", "Revenue was 1", "x"),
    "bullet.htm": lambda n: f"<html><ul><li>{'1' * n}x<li>5</ul>",
    "bullets.htm": over("<li>Revenue was $5 million"),
    "bullets.md": over("- Revenue was $5 million\n", "# x\n"),
    "bullets.txt": over("\u2022 Revenue was $5 million\n"),
    "short-bullets.md": over("- 5\n", "# x\n"),
    "words.txt": over("Revenue\n", "", "5"),
    "words.htm": over("<p>Revenue", "<html>", "5"),
    "word-figures.txt": over("Revenue 5\n"),
    "prose.txt": over("We believe that this is a strong quarter and {n} of us agree. "),
    "brackets.txt": lambda n: "(" * (n // 2) + "5" + ")" * (n // 2),
    "brackets.htm": lambda n: f"<html><p>{'(' * (n // 2)}5{')' * (n // 2)}",
    "noted.txt": over("cash (5) (a) [1] "),
    "dates.txt": over("March 31, 2020, "),
    "dates.htm": over("<p>as of March 31, 2020 and "),
    "date-rows.htm": table("<tr><td>March 31, 2020<td>5<td>6"),
    "headings.htm": over("<h2>Segment results of 5</h2>", "<html>"),
    "headings.md": over("## Segment results of {n}\n\n"),
    "headings.txt": over("SEGMENT RESULTS OF 5\n\n"),
    "quarters.txt": over("second quarter of fiscal 2020 "),
    "standards.txt": over("ASC 606 and IFRS 9 and U.S. GAAP, 5 "),
    "items.txt": over("Item 2.02 Results of Operations\n", "FORM 8-K\n", "5"),
    "signatures.txt": over("SIGNATURE\nPursuant to the requirements of 5\n", "FORM 8-K\n"),
    "tickers.txt": over("Capstone Turbine (NASDAQ: CPST) "),
    "datelines.txt": over("LOS ANGELES, Nov. 8, 2007 (BUSINESS WIRE) -- "),
    "contacts.txt": over("Contact: Jane Doe, (818) 407-3628, jane@capstone.com\n"),
    "calls.txt": over("conference call today at 1:45 p.m. Pacific, dial 800-555-1234, 5\n"),
    "tabs.txt": over("Cash\t5\t6\n", "BALANCE SHEETS\n\n"),
    "tabs.docx": docx(paragraph("a\t5") * 2 + paragraph("Words of 5.")),
    "tab-row.txt": over("5\t", "Cash\t"),
    "spaces.txt": over("Cash          5       6\n", "BALANCE SHEETS\n\n"),
    "space-tables.txt": over(
        "BALANCE SHEETS\n\nCash          5       6\nDebt         5      6\n\n\n"
    ),
    "pipes.md": over("| Cash | 5 | 6 |\n", "# x\n\n| a | b | c |\n|---|---|---|\n"),
    "rows.htm": table("<tr><td>Cash<td>5<td>6"),
    "captions.htm": table("<tr><td>Caption of {n}<td>{n}<td>6"),
    "named.htm": table("<tr><td>Caption of line{n}<td>1,{n}<td>6"),
    "totals.htm": table("<tr><td>Cash<td>5<td>6<tr><td>Total assets<td>5<td>6"),
    "columns.htm": columns,
    "one-row-tables.htm": over("<table><tr><td>Cash<td>5<td>6</table><p>x", "<html>"),
    "same-tables.htm": over(STATEMENT, "<html>"),
    "other-tables.htm": over(STATEMENT.replace("1,000", "1,{n}"), "<html>"),
    "claims.htm": over(f"<p>{CLAIM}", f"<html>{STATEMENT}"),
    "claims.txt": over(CLAIM, "Results\n\n"),
    "claims-differ.htm": over(f"<p>{CLAIM.replace('1.0', '1.{n}')}", f"<html>{STATEMENT}"),
    "same-sentences.htm": over(
        "<p>Net income was $41 thousand for the quarter.", f"<html>{STATEMENT}"
    ),
    "guidance.txt": over("We expect revenue of $5 million to $6 million for fiscal 2021. "),
    "per-share.htm": table(
        "<tr><td>Net income per share - basic<td>5.01<td>6.02", "INCOME STATEMENTS"
    ),
    "percents.htm": table("<tr><td>Gross margin %<td>5.1%<td>6.2%", "INCOME STATEMENTS"),
    "notes.htm": over("<p>(1) Represents {n} of costs.", "<html>"),
    "fonts.htm": over("<p><font size=2>Cash of 5</font></p>", "<html>"),
    "tags.htm": over("<b></b>", "<html>5"),
}


def main() -> int:
    """Tells of every kind, and is 1 where a stage grows faster than its document."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("kinds", nargs="*", help="parts of kinds' names")
    reader.add_argument("--from", dest="first", type=int, default=100, help="kilobytes")
    reader.add_argument("--times", type=int, default=2, help="how often the length is doubled")
    asked = reader.parse_args()
    grows = 0
    for name, made in KINDS.items():
        if asked.kinds and not any(kind in name for kind in asked.kinds):
            continue
        lengths = [asked.first * KILO << doubled for doubled in range(asked.times + 1)]
        runs = [spent(name, made(length)) for length in lengths]
        told = {
            stage: math.log2(runs[-1][stage] / max(runs[-2][stage], 1e-3))
            for stage in runs[-1]
            if runs[-1][stage] >= TELLING
        }
        faster = [stage for stage, power in told.items() if power > GROWS]
        grows += bool(faster)
        whole = " ".join(f"{run['all']:.2f}" for run in runs)
        powers = " ".join(f"{stage} {power:.2f}" for stage, power in told.items())
        print(f"{'GROWS' if faster else 'ok':<6} {name:<20} {whole} s   {powers}", flush=True)
    print(f"{grows} kinds grow faster than their documents")
    return int(grows > 0)


def spent(name: str, document: str | bytes) -> dict[str, float]:
    """The processor's seconds of each stage of one document, of refusing it too."""
    raw = document if isinstance(document, bytes) else document.encode()
    seconds: defaultdict[str, float] = defaultdict(float)
    begun = time.process_time()
    with timed(seconds):
        try:
            paper = engine.check(engine.read(name, raw))
        except Unreadable as reason:
            print(f"       {str(reason)[:90]}")
        else:
            for form in ("html", "json"):
                at = time.process_time()
                report(form).render(paper)
                seconds[form] = time.process_time() - at
    seconds["all"] = time.process_time() - begun
    return seconds


if __name__ == "__main__":
    sys.exit(main())
