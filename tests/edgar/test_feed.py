"""The current feed, as it is and as a hostile server would write it."""

from datetime import date

import pytest

from tieout.edgar.feed import entries, path
from tieout.edgar.refusals import Unreachable

# Entries as EDGAR's feed had them on 28 September 2026 and 9 July 2026, two of them cut short.
FEED = """<?xml version="1.0" encoding="ISO-8859-1" ?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Latest Filings - Mon, 28 Sep 2026 16:11:30 EDT</title>
<entry><title>8-K/A - VOYAGER TECHNOLOGIES, INC./TX (0001788060) (Filer)</title>
<link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/1788060/\
000162828026063717/0001628280-26-063717-index.htm"/>
<summary type="html"> &lt;b&gt;Filed:&lt;/b&gt; 2026-09-28 &lt;b&gt;AccNo:&lt;/b&gt; \
0001628280-26-063717 &lt;b&gt;Size:&lt;/b&gt; 4 MB
&lt;br&gt;Item 2.02: Results of Operations and Financial Condition
&lt;br&gt;Item 9.01: Financial Statements and Exhibits
</summary><updated>2026-09-28T16:08:32-04:00</updated>
<category scheme="https://www.sec.gov/" label="form type" term="8-K/A"/>
<id>urn:tag:sec.gov,2008:accession-number=0001628280-26-063717</id></entry>
<entry><title>8-K - PEOPLES BANCORP INC (0000318300) (Filer)</title>
<updated>2026-09-28T16:11:22-04:00</updated>
<id>urn:tag:sec.gov,2008:accession-number=0000318300-26-000202</id></entry>
<entry><title>8-K - PEOPLES BANCORP INC (0000318300) (Filer)</title>
<id>urn:tag:sec.gov,2008:accession-number=0000318300-26-000202</id></entry>
<entry><title>no company</title><id>urn:tag:sec.gov,2008:accession-number=0000318300-26-000203</id>
</entry>
<entry><title>8-K - X (0000318300) (Filer)</title>
<id>urn:tag:sec.gov,2008:accession-number=../../../etc/passwd</id></entry>
</feed>"""


def test_each_filing_is_told_once_with_its_items() -> None:
    first, second = entries(FEED.encode("latin-1"))
    assert first[0] == "VOYAGER TECHNOLOGIES, INC./TX"
    assert (first[1].accession, first[1].form) == ("0001628280-26-063717", "8-K/A")
    assert (first[1].cik, first[1].filed) == (1788060, date(2026, 9, 28))
    assert first[1].items == ("2.02", "9.01")
    assert (second[0], second[1].items) == ("PEOPLES BANCORP INC", ())
    assert second[1].filed == date(2026, 9, 28)


@pytest.mark.parametrize(
    "raw",
    [b"", b"words", b"<feed>", FEED.replace("<feed", "<!DOCTYPE x><feed", 1).encode(),
     b'<?xml version="1.0" encoding="nonsense"?><feed/>', b"<a>" * 50_000],
    ids=["nothing", "words", "cut", "declared", "encoding", "deep"],
)  # fmt: skip
def test_what_is_no_feed_is_a_sentence(raw: bytes) -> None:
    with pytest.raises(Unreachable, match="current feed is not what it should be"):
        list(entries(raw))


def test_the_address_is_of_current_reports() -> None:
    assert "type=8-K&" in path(100)
    assert "&start=100&count=100&output=atom" in path(100)
