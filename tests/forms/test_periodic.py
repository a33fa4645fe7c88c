from collections.abc import Callable

from tieout.forms.lines import Line, opening_lines
from tieout.forms.periodic import periodic_report
from tieout.model.announcement import PeriodicReport
from tieout.model.document import Document
from tieout.readers import open_document

Opened = Callable[[str], tuple[Document, list[Line]]]


def test_the_cover_of_a_quarterly_report_says_who_files() -> None:
    # Colgate-Palmolive Company, Form 10-Q, July 28, 2023, shortened
    page = (
        "<p>FORM 10-Q</p><p>Commission File Number: 1-644</p><p>ACME COMPANY</p>"
        "<p>(Exact name of registrant as specified in its charter)</p>"
        "<table><tr><td>Title of each class</td><td>Trading Symbol(s)</td>"
        "<td>Name of each exchange on which registered</td></tr>"
        "<tr><td>Common Stock, $1.00 par value</td><td>ACM</td><td>New York Stock Exchange</td>"
        "</tr><tr><td>0.500% Notes due 2026</td><td>ACM26</td><td>New York Stock Exchange</td>"
        "</tr></table>"
    )
    document = open_document("q.htm", f"<html><body>{page}</body></html>".encode())
    assert periodic_report(document, opening_lines(document), "10-Q") == PeriodicReport(
        "10-Q", "ACME COMPANY", "1-644", "ACM"
    )


def test_a_report_without_a_cover_tells_no_name(opened: Opened) -> None:
    document, lines = opened("FORM 10-Q\n\nRevenue\t12\n")
    assert periodic_report(document, lines, "10-Q") == PeriodicReport("10-Q")
    assert periodic_report(document, lines, "8-K") is None
