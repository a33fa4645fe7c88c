"""What the page asks of the server, one request after another."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tieout.review import desk as desks
from tieout.review import room as rooms
from tieout.review.arriving import Bounds
from tieout.review.asked import Answer, Asked
from tieout.review.working import worked

Opening = Callable[..., AbstractContextManager[Any]]


def once(asking: Any, held: Callable[[Any], Any]) -> Any:
    """The state, as soon as that holds of it."""
    for _ in range(1000):
        state = asking.get("/state").json()
        if held(state):
            return state
        time.sleep(0.02)
    raise AssertionError(state)


def checked(asking: Any, number: int = 1) -> Any:
    """The state after so many checks, when none goes on."""
    return once(asking, lambda state: state["checked"] >= number and state["busy"] is None)


@pytest.fixture
def reviewed(client: Opening) -> Any:
    """A review of the release against the filing of the year before."""
    with client() as asking:
        asking.post("/roles", json={"name": "last-year.txt", "role": "against"})
        asking.post("/roles", json={"name": "release.txt", "role": "draft"})
        once(asking, lambda state: state["drafts"] and state["drafts"][0]["against"])
        yield asking


def number(asking: Any) -> Any:
    """That of the check which the page shows."""
    return asking.get("/state").json()["checked"]


def test_a_file_given_a_role_is_checked_and_shown(reviewed: Any) -> None:
    state = checked(reviewed)
    assert [(file["name"], file["role"], file["kind"]) for file in state["files"]] == [
        ("last-year.txt", "against", "8-K"),
        ("release.txt", "draft", "release"),
    ]
    page = reviewed.get("/workpaper/0")
    assert page.headers["content-security-policy"].startswith("sandbox allow-scripts")
    assert page.text.startswith("<!doctype html>")
    assert reviewed.get("/workpaper/1").status_code == 404


def test_a_draft_that_is_saved_is_checked_again_and_what_changed_is_said(
    reviewed: Any, folder: Path
) -> None:
    text = (folder / "release.txt").read_text("utf-8")
    (folder / "release.txt").write_text(text.replace("7,219", "7,291"), "utf-8")
    state = once(reviewed, lambda state: state["drafts"][0]["findings"])
    changes = state["drafts"][0]["changes"]
    assert [(one["was"], one["now"]) for one in changes["changed"]] == [("7,219", "7,291")]
    assert len(changes["broken"]) == len(state["drafts"][0]["findings"])
    (folder / "release.txt").write_text(text, "utf-8")
    state = once(reviewed, lambda state: not state["drafts"][0]["findings"])
    assert len(state["drafts"][0]["changes"]["fixed"]) == len(changes["broken"])


def test_what_a_person_says_is_kept_and_lapses_when_the_figure_changes(
    reviewed: Any, folder: Path
) -> None:
    text = (folder / "release.txt").read_text("utf-8")
    (folder / "release.txt").write_text(text.replace("7,219", "7,291"), "utf-8")
    shown = once(reviewed, lambda state: state["drafts"][0]["findings"])["drafts"][0]
    asked = {"draft": "release.txt", "checked": number(reviewed), "what": "accept",
             "check": shown["findings"][0]["check"], "words": "as booked", "by": "AB"}  # fmt: skip
    assert reviewed.post("/say", json=asked).status_code == 204
    shown = once(reviewed, lambda state: state["drafts"][0]["said"])["drafts"][0]
    assert (shown["said"][0]["standing"], shown["counts"]["accepted"]) == ("holds", 1)
    assert "as booked" in (folder / "accepted.toml").read_text("utf-8")
    (folder / "release.txt").write_text(text.replace("7,219", "7,391"), "utf-8")
    state = once(reviewed, lambda state: state["drafts"][0]["said"][0]["standing"] == "lapsed")
    undo = asked | {"what": "undo", "entry": 0, "checked": state["checked"]}
    assert reviewed.post("/say", json=undo).status_code == 204
    once(reviewed, lambda state: not state["drafts"][0]["said"])


def test_what_was_saved_since_is_not_signed_off(reviewed: Any, folder: Path) -> None:
    seen = number(reviewed)
    with (folder / "release.txt").open("a") as file:
        file.write("\n")
    asked = {"draft": "release.txt", "checked": seen, "what": "tick", "figure": 10,
             "words": "backlog report", "by": "AB"}  # fmt: skip
    answer = reviewed.post("/say", json=asked)
    assert (answer.status_code, "saved since" in answer.json()["error"]) == (409, True)
    assert not (folder / "accepted.toml").exists()


def test_what_is_said_is_said_of_what_the_page_showed(reviewed: Any, folder: Path) -> None:
    state = checked(reviewed)
    figures = [one["figure"] for one in state["drafts"][0]["untested"][0]["figures"]]
    asked = {"draft": "release.txt", "checked": state["checked"], "what": "tick",
             "figure": figures[0], "words": "backlog report", "by": "AB"}  # fmt: skip
    assert reviewed.post("/say", json=asked).status_code == 204
    assert reviewed.post("/say", json=asked | {"figure": figures[1]}).status_code == 204
    state = once(reviewed, lambda state: len(state["drafts"][0]["said"]) == 2)
    undo = asked | {"what": "undo", "entry": 0, "checked": state["checked"]}
    assert reviewed.post("/say", json=undo | {"checked": asked["checked"]}).status_code == 409
    kept = folder / "accepted.toml"
    kept.write_text("# by hand\n" + kept.read_text("utf-8"), "utf-8")
    assert reviewed.post("/say", json=undo).status_code == 409
    # Beside other filings, a check of that number is of another figure.
    reviewed.post("/roles", json={"name": "last-year.txt", "role": ""})
    once(reviewed, lambda state: state["checked"] > undo["checked"] and not state["busy"])
    assert reviewed.post("/say", json=asked | {"figure": figures[2]}).status_code == 409


def test_what_the_page_knows_is_not_sent_again(reviewed: Any) -> None:
    state = checked(reviewed)
    known = reviewed.get("/state", params={"known": state["known"]}).json()
    assert known.keys() == state.keys() - {"drafts", "package"}
    assert reviewed.get("/state", params={"known": "x"}).json().keys() == state.keys()


def test_a_folder_that_takes_nothing_is_a_sentence(
    reviewed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rooms, "put", full)
    monkeypatch.setattr(desks, "put", full)
    said = {"draft": "release.txt", "checked": number(reviewed), "what": "tick", "figure": 10,
            "words": "backlog report", "by": "AB"}  # fmt: skip
    for path, asked in (("/say", said), ("/roles", {"name": "release.txt", "role": ""})):
        answer = reviewed.post(path, json=asked)
        assert answer.status_code == 503
        assert "cannot be read or written: No space left" in answer.json()["error"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"words": " "}, "support is empty"),
        ({"by": ""}, "initials are empty"),
        ({"figure": 10**8}, "no figure"),
        ({"figure": None}, "not said of which figure"),
        ({"file": "../secret.csv"}, "is no name for a file"),
        ({"what": "sing"}, "not asked like that"),
        ({"extra": 1}, "not asked like that"),
    ],
)
def test_what_cannot_be_said_is_refused_in_words(
    reviewed: Any, changes: dict[str, object], words: str
) -> None:
    asked = {"draft": "release.txt", "checked": number(reviewed), "what": "tick",
             "figure": 10, "words": "backlog report", "by": "AB"}  # fmt: skip
    answer = reviewed.post("/say", json=asked | changes)
    assert answer.status_code == 400
    assert words in answer.json()["error"]


def test_a_dropped_file_is_put_into_the_folder_and_over_another_only_when_asked(
    client: Opening, folder: Path
) -> None:
    with client() as asking:
        assert asking.put("/files/new.txt?role=draft", content=b"one").status_code == 201
        again = asking.put("/files/new.txt", content=b"two")
        assert (again.status_code, again.json()["exists"]) == (409, True)
        assert (folder / "new.txt").read_bytes() == b"one"
        assert asking.put("/files/new.txt?replace=1", content=b"two").status_code == 201
        assert (folder / "new.txt").read_bytes() == b"two"
        assert asking.put("/files/other.txt?role=king", content=b"x").status_code == 400
        assert not (folder / "other.txt").exists()


@pytest.mark.parametrize(
    "name",
    ["..%2f..%2fetc%2fpasswd.txt", "%2e%2e%2fa.txt", "a%5cb.txt", "a%00.txt", ".a.txt",
     "accepted.toml", "a.exe", "C%3aa.txt"],
)  # fmt: skip
def test_no_file_arrives_outside_of_the_folder(client: Opening, folder: Path, name: str) -> None:
    before = sorted(folder.parent.rglob("*"))
    with client() as asking:
        assert asking.put(f"/files/{name}", content=b"x").status_code in (400, 404, 405)
    assert sorted(folder.parent.rglob("*")) == before


@pytest.mark.parametrize("path", ["/../desk.py", "/%2e%2e/desk.py", "/desk.py", "/etc%2fpasswd",
                                  "/..%2f..%2fdesk.py", "/download/html/..%2f0"])  # fmt: skip
def test_no_path_leads_to_other_files(client: Opening, path: str) -> None:
    with client() as asking:
        answer = asking.get(path)
        assert answer.status_code in (403, 404)
        assert list(answer.json()) == ["error"]


def test_what_is_too_large_or_empty_is_refused_and_the_server_goes_on(
    client: Opening, folder: Path
) -> None:
    with client(bounds=Bounds(largest=100)) as asking:
        large = asking.put("/files/large.txt", content=b"x" * 5000)
        assert (large.status_code, "larger than" in large.json()["error"]) == (413, True)
        assert asking.put("/files/empty.txt", content=b"").status_code == 422
        assert asking.post("/roles", content=b"{" * 10**6).status_code == 400
        assert asking.get("/state").status_code == 200
    assert not list(folder.glob("large*"))


def test_a_workpaper_is_downloaded_in_any_form(reviewed: Any) -> None:
    for form in reviewed.get("/state").json()["drafts"][0]["forms"]:
        answer = reviewed.get(f"/download/{form}/release.txt")
        assert answer.status_code == 200, answer.text
        assert "release-workpaper." in answer.headers["content-disposition"]
    assert reviewed.get("/download/docx/release.txt").status_code == 400
    assert reviewed.get("/download/html/other.txt").status_code == 400


def test_several_drafts_are_a_package(reviewed: Any, folder: Path) -> None:
    script = (folder / "release.txt").read_text("utf-8").replace("7,219", "7,291")
    reviewed.put("/files/script.txt", content=script.encode())
    state = once(reviewed, lambda state: state["package"])
    assert state["package"]["differs"] > 0
    assert "tieout package" in reviewed.get("/matrix").text
    assert reviewed.get("/download/package.html").status_code == 200


def test_a_bundle_is_sealed_and_fetched(reviewed: Any) -> None:
    told = reviewed.post("/seal", json={"preparer": "Ann Lee"}).json()
    assert told["name"] == "release.tieout"
    assert reviewed.get(told["href"]).content.startswith(b"PK")
    assert reviewed.get("/bundle/other").status_code == 404
    assert "nobody's name" in reviewed.post("/seal", json={"preparer": ""}).json()["error"]


def test_a_check_that_breaks_down_is_a_sentence_and_the_next_one_is_made(
    client: Opening,
) -> None:
    answers = [RuntimeError("a defect"), None, None]

    def answer(asked: Asked) -> Answer:
        if defect := answers.pop(0):
            raise defect
        return worked(asked)

    with client(answer=answer) as asking:
        asking.post("/roles", json={"name": "release.txt", "role": "draft"})
        once(asking, lambda state: state["error"] == "Internal error: RuntimeError: a defect")
        asking.post("/roles", json={"name": "last-year.txt", "role": "against"})
        state = once(asking, lambda state: state["drafts"])
        assert state["error"] == ""


def test_a_folder_that_is_taken_away_is_said_and_found_again(client: Opening, folder: Path) -> None:
    away = folder.with_name("away")
    with client() as asking:
        folder.rename(away)
        once(asking, lambda state: "cannot be read" in state["error"])
        away.rename(folder)
        once(asking, lambda state: not state["error"])
        asking.post("/roles", json={"name": "release.txt", "role": "draft"})
        once(asking, lambda state: state["drafts"])
