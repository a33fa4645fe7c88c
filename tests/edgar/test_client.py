"""EDGAR by its archive and its network: what is fetched, what is not, and what is believed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from tieout.edgar.client import Edgar
from tieout.edgar.refusals import Absent, Unreachable
from tieout.edgar.settings import Settings
from tieout.errors import Misuse

OWN = "0001104659-07-080000"


def test_companies_go_by_ticker_and_number(edgar: Edgar, stand_in: Any) -> None:
    assert edgar.company("cpst") == edgar.company("0001009759") == 1009759
    assert edgar.company("CPST") == 1009759
    assert stand_in.paths == ["/files/company_tickers.json"]  # kept for a day
    with pytest.raises(Absent, match="no company with the ticker ZZZ: check the spelling"):
        edgar.company("ZZZ")


def test_filings_are_those_of_all_pages(edgar: Edgar, stand_in: Any) -> None:
    stand_in.recent = 4
    found = edgar.filings(1009759)
    assert len(found) == 12
    assert found == sorted(found, key=lambda one: one.filed, reverse=True)
    assert len(stand_in.asked) == 2
    stand_in.asked.clear()
    late = edgar.filings(1009759, date(2007, 8, 8), date(2007, 11, 8))
    assert [one.filed.month for one in late] == [11, 8, 8]
    assert stand_in.asked == []  # listed a moment ago
    with pytest.raises(Absent, match=r"no company with the number \(CIK\) 7"):
        edgar.filings(7)


def test_a_filing_is_fetched_once(edgar: Edgar, stand_in: Any) -> None:
    raw = edgar.filing(OWN, 1009759)
    assert raw == edgar.filing(OWN) == stand_in.filings[10].raw
    assert stand_in.paths == [f"/Archives/edgar/data/1009759/000110465907080000/{OWN}.txt"]


def test_a_number_alone_leads_to_the_filer_by_the_quarters_index(
    edgar: Edgar, stand_in: Any
) -> None:
    assert edgar.filing(OWN) == stand_in.filings[10].raw
    assert [path for path in stand_in.paths if "full-index" in path] == [
        f"/Archives/edgar/full-index/2007/QTR{quarter}/master.gz" for quarter in (1, 2, 3, 4)
    ]
    with pytest.raises(Absent, match="EDGAR has no filing 0001104659-07-999999: check the number"):
        edgar.filing("0001104659-07-999999")


def test_a_number_that_was_listed_leads_to_the_filer_by_the_list(
    edgar: Edgar, stand_in: Any
) -> None:
    edgar.filings(1009759)
    stand_in.asked.clear()
    assert edgar.filing(OWN) == stand_in.filings[10].raw
    assert stand_in.paths == [f"/Archives/edgar/data/1009759/000110465907080000/{OWN}.txt"]


def test_a_filing_may_stand_in_no_folder_of_its_own(edgar: Edgar, stand_in: Any) -> None:
    raw = stand_in.filings[10].raw
    stand_in.filings.clear()
    stand_in.other[f"/Archives/edgar/data/1009759/{OWN}.txt"] = raw
    assert edgar.filing(OWN, 1009759) == raw


def test_another_filing_than_the_one_asked_for_is_not_kept(edgar: Edgar, stand_in: Any) -> None:
    path = f"/Archives/edgar/data/1009759/000110465907080000/{OWN}.txt"
    for content in (stand_in.filings[0].raw, b"<html>Sorry</html>"):
        stand_in.other[path] = content
        with pytest.raises(Unreachable, match=f"is not filing {OWN}"):
            edgar.filing(OWN, 1009759)
    assert edgar.archive.filing(OWN) is None


def test_a_damaged_filing_is_named_and_fetched_again(
    edgar: Edgar, stand_in: Any, heard: list[str]
) -> None:
    raw = edgar.filing(OWN, 1009759)
    path = edgar.archive.path(OWN)
    path.chmod(0o644)
    path.write_bytes(raw.replace(b"7,219", b"7,291"))
    assert edgar.filing(OWN, 1009759) == raw == path.read_bytes()
    assert heard == [f"{path} is damaged: it is not what its SHA-256 says"]
    assert len(stand_in.asked) == 2


def test_offline_it_serves_from_the_archive_and_asks_nobody(
    edgar: Edgar, led: Settings, stand_in: Any
) -> None:
    raw, listed = edgar.filing(OWN, edgar.company("CPST")), edgar.filings(1009759)
    stand_in.asked.clear()
    offline = Edgar(structs.replace(led, is_offline=True, contact=""))
    assert offline.filing(OWN) == raw
    assert offline.filings(offline.company("CPST")) == listed
    with pytest.raises(
        Unreachable, match=r"the archive has no CIK0000000007\.json, and EDGAR is not"
    ):
        offline.filings(7)
    with pytest.raises(Unreachable, match="0001104659-06-073563 is not in the archive, and EDGAR"):
        offline.filing("0001104659-06-073563")
    assert stand_in.asked == []


def test_without_a_connection_what_was_listed_before_is_told(
    edgar: Edgar, led: Settings, heard: list[str]
) -> None:
    listed = edgar.filings(1009759)
    gone = Edgar(
        structs.replace(led, www="http://127.0.0.1:9", data="http://127.0.0.1:9"), heard.append
    )
    assert gone.filings(1009759, age=0) == listed
    assert gone.filings(1009759, age=0) == listed
    assert len(heard) == 1
    assert heard[0].endswith(
        "there is no connection: what it listed before is taken from the archive"
    )


def test_nobody_is_asked_before_who_asks_is_known(led: Settings, stand_in: Any) -> None:
    with pytest.raises(Misuse, match="TIEOUT_CONTACT"):
        Edgar(structs.replace(led, contact="")).filing(OWN, 1009759)
    assert stand_in.asked == []


def test_a_name_in_an_answer_is_never_a_path(edgar: Edgar, stand_in: Any, tmp_path: Path) -> None:
    hostile = structs.replace(stand_in.filings[0], accession="../../../../tmp/x")
    stand_in.filings.append(hostile)
    assert len(edgar.filings(1009759)) == 12
    written = {path.name for path in (tmp_path / "archive").rglob("*")}
    assert written == {"pages", "CIK0001009759.json", "CIK0001009759.sha256"}
