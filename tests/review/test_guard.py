"""Nobody is answered but the person who was given the address, from the review's own page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tieout.review.guard import place_of

KEY = "the key of this review"

Opening = Callable[..., AbstractContextManager[Any]]


def refused(answer: Any) -> str:
    assert answer.status_code == 403
    return str(answer.json()["error"])


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8725", "127.0.0.1", "127.0.0.1:80",
                                  "", "localhost:8725.evil.example"])  # fmt: skip
def test_another_name_of_this_machine_is_not_answered(client: Opening, host: str) -> None:
    with client() as asking:
        said = refused(asking.get("/state", headers={"host": host}))
        assert said == (
            "The review is at 127.0.0.1 alone: "
            "open the address that \u201ctieout serve\u201d printed last"
        )


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:8725"},  # another name than the one that is asked
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_page_changes_and_reads_nothing(client: Opening, headers: dict[str, str]) -> None:
    with client() as asking:
        asked = {"name": "release.txt", "role": "draft"}
        refused(asking.post("/roles", json=asked, headers=headers))
        refused(asking.get("/state", headers=headers))
        assert all(not file["role"] for file in asking.get("/state").json()["files"])


def test_a_person_reads_a_sentence_and_no_json(client: Opening) -> None:
    with client(has_key=False) as asking:
        answer = asking.get("/", headers={"accept": "text/html,*/*"})
        assert answer.headers["content-type"].startswith("text/html")
        assert "<p>This browser does not have the key: open the address" in answer.text


def test_without_the_key_there_is_nothing(client: Opening) -> None:
    with client(has_key=False) as asking:
        for path in ("/", "/state", "/workpaper/0", "/page.js", "/bundle/x", "/events"):
            assert "does not have the key" in refused(asking.get(path))
        assert "another review" in refused(asking.get("http://127.0.0.1:8725/?key=guessed"))
        refused(asking.put("/files/new.txt", content=b"x"))


def test_a_form_of_another_page_cannot_send_the_header_that_changes_need(
    client: Opening, folder: Path
) -> None:
    with client() as asking:
        for path in ("/roles", "/say", "/seal"):
            said = refused(asking.post(path, json={}, headers={"x-tieout": ""}))
            assert said == "Only the review's own page may change anything"
        refused(asking.put("/files/new.txt", content=b"x", headers={"x-tieout": "0"}))
    assert not (folder / "new.txt").exists()


def test_the_key_is_kept_from_scripts_and_from_other_sites(client: Opening, key: str) -> None:
    with client(has_key=False) as asking:
        opening = asking.get("http://127.0.0.1:8725/", params={"key": key})
        cookie = opening.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert f"path={place_of(key)}" in cookie  # other ports of this host never see it
        assert key not in opening.text


def test_a_cookie_of_the_same_name_by_another_port_shuts_nobody_out(client: Opening) -> None:
    with client(has_key=False) as asking:
        for cookie in (f"tieout-8725={KEY}; tieout-8725=x", f"a; tieout-8725=x;tieout-8725={KEY}"):
            assert asking.get("/state", headers={"cookie": cookie}).status_code == 200
        refused(asking.get("/state", headers={"cookie": f"tieout-872={KEY}; tieout-8725=x"}))


def test_every_answer_says_what_the_page_may_load_and_is_kept_by_nobody(client: Opening) -> None:
    with client() as asking:
        for path in ("/", "/state", "/nothing"):
            headers = asking.get(path).headers
            assert headers["content-security-policy"].startswith("default-src 'none'; script-src")
            assert headers["cache-control"] == "no-store"
            assert headers["x-content-type-options"] == "nosniff"
