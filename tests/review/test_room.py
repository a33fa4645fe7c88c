import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tieout.review import contents
from tieout.review.asked import Answer, Asked, Check, Failed
from tieout.review.room import Changed, Room


def going(room: Room, until: int, *, then: Any = None) -> None:
    """The review goes on till it has checked so often."""

    async def run() -> None:
        task = asyncio.create_task(room.run())
        for _ in range(500):
            await asyncio.sleep(0.02)
            if room.number >= until:
                break
        if then is not None:
            await then()
        task.cancel()

    asyncio.run(run())


def test_a_draft_is_checked_with_itself_as_it_was_before_the_last_save(folder: Path) -> None:
    asked: list[Check] = []

    def answer(one: Asked, _: object) -> Answer:
        assert isinstance(one, Check)
        asked.append(one)
        if len(asked) < 3:  # somebody saves while it is checked
            with (folder / "release.txt").open("a") as file:
                file.write("\n")
        return Failed("not now")

    room = Room(folder, answer)
    room.desk.give("release.txt", "draft")
    going(room, until=3)
    contents = [one.files.given[0].content for one in asked]
    assert [len(content) - len(contents[0]) for content in contents] == [0, 1, 2]
    assert [[one.content for one in each.files.previous] for each in asked] == [
        [],
        [contents[0]],
        [contents[1]],
    ]


def test_the_state_says_why_nothing_could_be_checked(folder: Path) -> None:
    room = Room(folder, lambda *_: Failed("reading release.txt: it broke off"))
    room.desk.give("release.txt", "draft")
    going(room, until=1)
    state = msgspec.json.decode(room.state())
    assert (state["error"], state["drafts"]) == ("reading release.txt: it broke off", [])
    assert state["busy"] is None


def test_files_that_are_too_much_are_refused_in_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "MOST_BYTES", 1000)
    room = Room(folder, lambda *_: Failed("never asked"))
    room.desk.give("release.txt", "draft")

    async def wait() -> None:
        await room.following(0)
        await asyncio.sleep(0.1)

    going(room, until=0, then=wait)
    assert "The files in use have more than" in msgspec.json.decode(room.state())["error"]


def test_the_page_is_not_called_when_nothing_is_new(folder: Path) -> None:
    room = Room(folder, lambda *_: Failed(""))

    async def wait() -> None:
        await asyncio.sleep(0.6)

    going(room, until=0, then=wait)
    assert room.version == 0


def test_what_the_page_never_showed_is_not_sealed(folder: Path) -> None:
    room = Room(folder, lambda *_: Failed("never asked"))
    room.desk.give("release.txt", "draft")
    with pytest.raises(Changed):
        asyncio.run(room.seal("Ann Lee", ""))
