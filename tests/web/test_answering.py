"""The page of a review answered without a server: the same answers, in one process."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tieout.web import answering as module
from tieout.web.answering import Answered, Answering

RELEASE = "capstone-fy2008q2-release.txt"
Said = list[dict[str, Any]]


def reviewed(folder: Path, what: Callable[[Answering, Said], Awaitable[None]]) -> None:
    """Something is done in a review of a folder, with every state that it told."""

    async def run() -> None:
        said: Said = []
        one = Answering(str(folder))
        going = asyncio.create_task(one.run(lambda state: said.append(json.loads(state))))
        await what(one, said)
        going.cancel()

    asyncio.run(run())


async def until(said: Said, held: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The last state told, once that holds of it."""
    for _ in range(500):
        if said and held(said[-1]):
            return said[-1]
        await asyncio.sleep(0.02)
    raise AssertionError(said[-1:])


def told(answer: Answered) -> Any:
    return json.loads(answer.content)


@pytest.fixture
def release(house: Path) -> bytes:
    return (house / "examples" / RELEASE).read_bytes()


def test_a_draft_is_checked_shown_signed_sealed_and_saved(tmp_path: Path, release: bytes) -> None:
    raw = release.replace(b"13,084", b"13,048")

    async def work(one: Answering, said: Said) -> None:
        assert (await one.answer("PUT", f"/files/{RELEASE}?role=draft", raw)).status == 201
        state = await until(said, lambda state: state["checked"] == 1)
        assert any(state["busy"] for state in said)
        assert told(await one.answer("GET", "/state"))["checked"] == 1
        (draft,) = state["drafts"]
        finding = draft["findings"][0]
        page = (await one.answer("GET", "/workpaper/0?v=1")).content
        assert page.startswith(b"<!doctype html>")

        words = {"check": finding["check"], "words": "a test", "by": "AB", "file": ""}
        asked = {"draft": RELEASE, "checked": state["checked"], "what": "accept"} | words
        assert (await one.answer("POST", "/say", json.dumps(asked).encode())).status == 204
        await until(said, lambda state: state["checked"] == 2)
        assert said[-1]["drafts"][0]["counts"]["accepted"] == 1
        stale = json.dumps(asked | {"checked": 0}).encode()
        assert (await one.answer("POST", "/say", stale)).status == 409

        saved = await one.answer("GET", f"/download/summary/{RELEASE}")
        assert saved.name == "capstone-fy2008q2-release-workpaper.md"
        assert b"Capstone" in saved.content
        sealed = told(await one.answer("POST", "/seal", b'{"preparer": "Ann"}'))
        bundle = await one.answer("GET", f"/{sealed['href']}")
        assert (bundle.name, bundle.content[:2]) == ("capstone-fy2008q2-release.tieout", b"PK")

    reviewed(tmp_path, work)


def test_two_documents_are_a_package(tmp_path: Path, release: bytes) -> None:
    async def work(one: Answering, said: Said) -> None:
        for name in ("a.txt", "b.txt"):
            await one.answer("PUT", f"/files/{name}", release + name.encode())
        await until(said, lambda state: len(state["drafts"]) == 2)
        assert (await one.answer("GET", "/matrix?v=1")).content.startswith(b"<!doctype html>")
        assert (await one.answer("GET", "/download/package.json")).name == "package.json"
        assert (await one.answer("POST", "/roles", b'{"name": "a.txt", "role": ""}')).status == 204
        await until(said, lambda state: len(state["drafts"]) == 1)
        assert (await one.answer("GET", "/matrix")).status == 404

    reviewed(tmp_path, work)


@pytest.mark.parametrize(
    ("method", "address", "body", "status", "words"),
    [
        ("GET", "/nothing", b"", 404, "There is nothing of that name"),
        ("GET", "/workpaper/7", b"", 404, "There is nothing of that name"),
        ("GET", "/workpaper/x", b"", 404, "There is nothing of that name"),
        ("GET", "/bundle/x", b"", 404, "There is nothing of that name"),
        ("GET", "/download/html/9", b"", 400, "is no draft any more"),
        ("POST", "/seal", b'{"preparer": "Ann"}', 400, "no draft to seal"),
        ("POST", "/roles", b"{", 400, "not asked like that"),
        ("PUT", "/files/a.txt", b"", 422, "a.txt is empty"),
        ("PUT", "/files/a.exe", b"1", 400, "no document that tieout reads"),
        ("PUT", "/files/..%2Fa.txt", b"1", 400, "is no name for a file here"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    method: str, address: str, body: bytes, status: int, words: str, tmp_path: Path
) -> None:
    async def work(one: Answering, _: Said) -> None:
        answer = await one.answer(method, address, body)
        assert answer.status == status
        assert words in told(answer)["error"]

    reviewed(tmp_path, work)


def test_a_file_of_the_same_name_replaces_another_only_where_that_is_wanted(tmp_path: Path) -> None:
    async def work(one: Answering, _: Said) -> None:
        assert (await one.answer("PUT", "/files/a.txt", b"Revenue was $5.")).status == 201
        again = await one.answer("PUT", "/files/a.txt", b"Revenue was $6.")
        assert (again.status, told(again)["exists"]) == (409, True)
        assert (await one.answer("PUT", "/files/a.txt?replace=1", memoryview(b"6"))).status == 201
        assert (tmp_path / "a.txt").read_bytes() == b"6"

    reviewed(tmp_path, work)


def test_what_needs_more_memory_than_there_is_or_is_a_defect_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worked(_: object) -> None:
        raise MemoryError

    def defect(*_: object) -> None:
        raise RuntimeError("oh")

    async def work(one: Answering, said: Said) -> None:
        await one.answer("PUT", "/files/a.txt", b"Revenue was $5.")
        state = await until(said, lambda state: bool(state["error"]))
        assert "more memory than a page has" in state["error"]
        monkeypatch.setattr(module, "requested", defect)
        assert told(await one.answer("POST", "/seal", b"{}"))["error"].endswith("RuntimeError: oh")

    monkeypatch.setattr(module, "worked", worked)
    reviewed(tmp_path, work)
