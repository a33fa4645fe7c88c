"""The head: what the document is, and how its figures ended, in all and by part."""

import re
from typing import Any

from tieout.model.workpaper import Workpaper
from tieout.reports.html.head import by_part, header


def test_the_head_names_the_document_and_its_hash(paper: Workpaper) -> None:
    source = header(paper)
    assert "<dd>acme.txt</dd>" in source
    assert paper.subject.document.sha256 in source


def test_every_part_has_its_bar(page: Any, paper: Workpaper) -> None:
    source = by_part(paper)
    assert source in page.source
    rows = re.findall(r'<a href="#(p[0-9]+)">([^<]+)</a>', source)
    assert rows == [("p0", "STATEMENTS OF OPERATIONS"), ("p1", "After STATEMENTS OF OPERATIONS")]
    assert "<td>2 of 3</td>" in source
    assert all(name in page.ids() for name, _ in rows)


def test_a_document_of_one_part_has_no_table_of_parts(paper_of: Any) -> None:
    assert by_part(paper_of("Revenue was 5.\n")) == ""
