import msgspec

from tieout import engine
from tieout.xbrl import package

PAGE = b"""<p>The statements are prepared in accordance with IFRS.</p>
<h3>Consolidated statement of financial position</h3>
<table><tr><td></td><td>30 June 2025</td></tr><tr><td></td><td>EUR million</td></tr>
<tr><td>Non-current assets</td><td>600</td></tr><tr><td>Inventories</td><td>300</td></tr>
<tr><td>Trade receivables</td><td>100</td></tr><tr><td>Total assets</td><td>1,000</td></tr>
<tr><td>Total equity</td><td>700</td></tr><tr><td>Total liabilities</td><td>300</td></tr>
<tr><td>Total equity and liabilities</td><td>1,000</td></tr></table>"""


def test_a_report_under_ifrs_declares_the_elements_of_ifrs_full() -> None:
    files = package(engine.read("a.htm", PAGE), "a")
    report = msgspec.json.decode(files["a.json"])
    names = [fact["dimensions"]["concept"] for fact in report["facts"].values()]
    assert names[-4:] == [
        "ifrs-full:Assets",
        "ifrs-full:Equity",
        "ifrs-full:Liabilities",
        "ifrs-full:EquityAndLiabilities",
    ]
    assert "us-gaap" not in report["documentInfo"]["namespaces"]
    schema = files["a-ifrs-full.xsd"].decode()
    assert 'name="Assets"' in schema
    assert report["documentInfo"]["namespaces"]["ifrs-full"] in schema
    assert not any("us-gaap" in name for name in files)
