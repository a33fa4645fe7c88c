"""Where EDGAR is and who asks: what the environment may say, and what it may not."""

from pathlib import Path

import pytest

from tieout.edgar.settings import settings
from tieout.errors import Misuse


def test_the_addresses_are_edgars_unless_others_are_given() -> None:
    plain = settings({})
    assert (plain.www, plain.data) == ("https://www.sec.gov", "https://data.sec.gov")
    assert plain.ban == 600
    mirror = settings({"TIEOUT_EDGAR": "https://mirror.example/edgar/"})
    assert (mirror.www, mirror.data) == ("https://mirror.example/edgar",) * 2
    two = settings({"TIEOUT_EDGAR": "http://127.0.0.1:8000 http://localhost:8001"})
    assert (two.www, two.data) == ("http://127.0.0.1:8000", "http://localhost:8001")
    for own in ("http://edgar:8000", "http://10.0.0.7", "http://[::1]:8000"):
        assert settings({"TIEOUT_EDGAR": own}).www == own


@pytest.mark.parametrize(
    "told",
    ["http://mirror.example", "http://8.8.8.8",
     "ftp://x", "https://", "x y z", "file:///etc", "https://a@b", "https://a?b"],
)  # fmt: skip
def test_an_address_that_is_not_safe_is_refused(told: str) -> None:
    with pytest.raises(Misuse, match="TIEOUT_EDGAR holds"):
        settings({"TIEOUT_EDGAR": told})


def test_the_archive_stands_where_it_is_said_or_by_the_platforms_convention(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert settings({"TIEOUT_ARCHIVE": "here"}).archive == Path("here")
    assert settings({"XDG_DATA_HOME": str(tmp_path)}).archive == tmp_path / "tieout" / "edgar"
    usual = Path.home() / ".local" / "share" / "tieout" / "edgar"
    assert settings({"XDG_DATA_HOME": "relative"}).archive == usual
    monkeypatch.setattr("sys.platform", "darwin")
    assert settings({}).archive.parts[-4:] == ("Library", "Application Support", "tieout", "edgar")


def test_whoever_asks_gives_a_name_and_an_address() -> None:
    told = settings({"TIEOUT_CONTACT": "  Ann Lee   ann@example.com "})
    assert told.user_agent == "Ann Lee ann@example.com"
    with pytest.raises(Misuse, match="give yours as --contact"):
        _ = settings({}).user_agent


@pytest.mark.parametrize(
    "told", ["Ann Lee", "ann@", "Ann\r\nX: y ann@example", "Jörg j@example.com"]
)
def test_a_contact_that_is_none_is_said_to_be(told: str) -> None:
    with pytest.raises(Misuse, match="no name with an e-mail address"):
        _ = settings({"TIEOUT_CONTACT": told}).user_agent


@pytest.mark.parametrize("told", ["-1", "soon", "1e9", "86401", "9999999"])
def test_a_wait_is_a_number_of_seconds(told: str) -> None:
    with pytest.raises(Misuse, match="give a number from 0 to 86400"):
        settings({"TIEOUT_EDGAR_BAN": told})


def test_a_mirror_may_be_asked_more_often_and_edgar_may_not() -> None:
    assert settings({}).rate == 9
    assert settings({"TIEOUT_EDGAR_RATE": "3"}).rate == 3
    mirror = {"TIEOUT_EDGAR": "https://mirror.example", "TIEOUT_EDGAR_RATE": "50"}
    assert settings(mirror).rate == 50
    for told in ({"TIEOUT_EDGAR_RATE": "10"}, {**mirror, "TIEOUT_EDGAR": "https://www.sec.gov/"}):
        with pytest.raises(Misuse, match="give a number from 1 to 9"):
            settings(told)
