"""One answer: as often as it takes, whole, bounded, and from nowhere else."""

import gzip
import ssl
import time
from collections.abc import Iterator
from email.utils import formatdate
from typing import Any

import httpx
import pytest
from msgspec import structs

from tieout.edgar.refusals import Absent, Unreachable
from tieout.edgar.settings import Settings
from tieout.edgar.web import Web, _asked_for, _failed, _trusted

PLACE = "/files/company_tickers.json"


@pytest.fixture
def web(led: Settings, heard: list[str]) -> Iterator[Web]:
    made = Web(led, heard.append)
    yield made
    made.close()


def test_who_asks_is_told(web: Web, stand_in: Any) -> None:
    assert b"CPST" in web.get(stand_in.address + PLACE, 10_000)
    assert stand_in.agents == {"Ann Lee ann@example.com tieout/0.1.0"}


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_what_is_out_of_order_is_asked_again(status: int, web: Web, stand_in: Any) -> None:
    stand_in.refusals = [(status, {})] * 2
    assert web.get(stand_in.address + PLACE, 10_000)
    assert len(stand_in.asked) == 3


def test_an_answer_that_is_cut_off_is_asked_for_again(web: Web, stand_in: Any) -> None:
    stand_in.cut[PLACE] = 2
    assert web.get(stand_in.address + PLACE, 10_000).endswith(b"}}")
    assert len(stand_in.asked) == 3


def test_a_packed_answer_that_ends_early_is_cut_off(web: Web, stand_in: Any) -> None:
    stand_in.packed["/x"] = gzip.compress(b"words " * 999)[:-9]
    with pytest.raises(Unreachable, match="has no answer for /x: the answer was cut off"):
        web.get(f"{stand_in.address}/x", 10_000)


def test_a_slow_answer_is_waited_for(web: Web, stand_in: Any) -> None:
    stand_in.is_slow = True
    assert web.get(stand_in.address + PLACE, 10_000).endswith(b"}}")
    assert len(stand_in.asked) == 1


def test_a_pause_that_is_asked_for_is_made(web: Web, stand_in: Any, heard: list[str]) -> None:
    stand_in.refusals = [(429, {"Retry-After": "1"})]
    assert web.get(stand_in.address + PLACE, 10_000)
    first, second = (at for at, _ in stand_in.asked)
    assert 1 <= second - first < 5
    assert heard == ["EDGAR asks for a pause (429: too many requests): going on in 1 second"]


def test_a_ban_is_waited_for_in_silence(web: Web, stand_in: Any, heard: list[str]) -> None:
    stand_in.ban_for(0.5)
    assert web.get(stand_in.address + PLACE, 10_000)
    assert len(stand_in.asked) == 2
    assert "pause (403: it refuses who asks, for a rate too high or a contact" in heard[0]


def test_what_is_not_there_is_asked_for_once(web: Web, stand_in: Any) -> None:
    with pytest.raises(Absent, match="EDGAR has nothing at /nowhere"):
        web.get(f"{stand_in.address}/nowhere", 10_000)
    assert len(stand_in.asked) == 1


def test_a_key_that_the_store_has_not_is_no_ban(web: Web, stand_in: Any) -> None:
    stand_in.refusals = [(403, {"X-Body": "<Error><Code>AccessDenied</Code></Error>"})]
    with pytest.raises(Absent):
        web.get(f"{stand_in.address}/submissions/CIK0000000001.json", 10_000)


def test_no_redirect_leads_elsewhere(web: Web, stand_in: Any) -> None:
    stand_in.refusals = [(302, {"Location": PLACE})]
    assert web.get(f"{stand_in.address}/moved", 10_000)
    stand_in.refusals = [(302, {"Location": "http://127.0.0.1:9/secret"})]
    with pytest.raises(Unreachable, match=r"leads to 127\.0\.0\.1:9"):
        web.get(f"{stand_in.address}/moved", 10_000)
    for place in ("http://[", "http://a:b/", f"{stand_in.address}/{'a' * 70_000}"):
        stand_in.refusals = [(302, {"Location": place})] * 6
        with pytest.raises(Unreachable, match=r"has no answer for /moved|leads to "):
            web.get(f"{stand_in.address}/moved", 10_000)
    stand_in.refusals = [(301, {"Location": "/moved"})] * 9
    with pytest.raises(Unreachable, match="leads on and on"):
        web.get(f"{stand_in.address}/moved", 10_000)


@pytest.mark.parametrize("content", [b"0" * 30_000, gzip.compress(b"0" * 9_000_000)])
def test_an_answer_that_is_too_large_is_not_kept(content: bytes, web: Web, stand_in: Any) -> None:
    where = stand_in.packed if content.startswith(b"\x1f\x8b") else stand_in.other
    where["/large"] = content
    with pytest.raises(Unreachable, match="sends more than 0 MB for /large"):
        web.get(f"{stand_in.address}/large", 20_000)
    assert len(stand_in.asked) == 1


def test_who_is_offline_does_not_wait_for_long(led: Settings, heard: list[str]) -> None:
    web = Web(structs.replace(led, www="http://127.0.0.1:9"), heard.append)
    with pytest.raises(Unreachable, match="there is no connection"):
        web.get("http://127.0.0.1:9/x", 10)


def test_what_is_asked_for_is_bounded() -> None:
    assert _asked_for("7") == 7
    assert _asked_for("999999") == 3600
    assert _asked_for("soon") is None
    assert _asked_for(formatdate(time.time() + 100, usegmt=True)) == pytest.approx(100, abs=2)
    assert _asked_for(formatdate(time.time() - 100, usegmt=True)) == 0


def test_certificates_are_verified_and_one_that_is_not_trusted_is_not_tried_twice() -> None:
    assert (_trusted().verify_mode, _trusted().check_hostname) == (ssl.CERT_REQUIRED, True)
    refused = httpx.ConnectError("refused")
    refused.__cause__ = ssl.SSLCertVerificationError(1, "self-signed certificate")
    refused.__cause__.verify_message = "self-signed certificate"
    made = _failed(refused)
    assert isinstance(made, Unreachable)
    assert "name its certificates in SSL_CERT_FILE" in str(made)
