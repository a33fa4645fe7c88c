"""Sealing: what goes into a bundle, and that the same goes in as the same bytes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest

from tieout.bundle import archive, sealing
from tieout.bundle.manifest import NAME, Settings
from tieout.bundle.sealing import Given, Sealed, hashed
from tieout.errors import Misuse, Unreadable
from tieout.reports import report

if TYPE_CHECKING:
    from tieout.model.workpaper import Release


def test_a_bundle_holds_what_a_workpaper_was_made_of_and_by(bundle: Sealed) -> None:
    members = archive.held(bundle.raw).members
    assert list(members) == [
        "manifest.json",
        "subject/1-small.txt",
        "against/2-b_fore.txt",
        "workpaper.json",
        "workpaper.html",
    ]
    about = bundle.manifest
    assert [(one.role, one.name) for one in about.members[:2]] == [
        ("subject", "small.txt"),
        ("against", "b\u00e9fore.txt"),
    ]
    assert {one.path: one.sha256 for one in about.members} == {
        path: hashed(content) for path, content in members.items() if path != NAME
    }
    assert bundle.manifest_sha256 == hashed(members[NAME])
    assert members["workpaper.json"] == report("json").render(bundle.workpapers[0])
    assert about.reviewer is not None
    assert (about.preparer.name, about.reviewer.name) == ("Ann Lee", "Bo Roe")


def test_the_same_is_sealed_as_the_same_bytes(seal: Callable[..., Sealed]) -> None:
    assert seal().raw == seal().raw
    assert seal(settings=Settings(("FT",))).raw != seal().raw


def test_a_draft_is_compared_and_what_else_is_known_is_a_member(
    seal: Callable[..., Sealed],
) -> None:
    made = seal(
        Given("draft", "old.txt", b"Revenue was $7.1 million for the quarter.\n"),
        Given("support", "closing.csv", b"Revenue,7219\n"),
        Given("accepted", "elsewhere/mine.toml", b""),
    )
    assert made.workpapers[0].redraft is not None
    paths = [one.path for one in made.manifest.members]
    assert paths[1:4] == ["draft/2-old.txt", "support/3-closing.csv", "accepted.toml"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\a\\b.txt", "..", "a\nb\x1b[2J.txt", "\ud800"]
)
def test_no_name_leads_out_of_where_it_is_unpacked(name: str, seal: Callable[..., Sealed]) -> None:
    path = seal(name=name).manifest.members[0].path
    assert path.startswith("subject/1-")
    assert path.count("/") == 1
    assert not set(path) & set("\\:\n\x1b")


def test_what_cannot_be_sealed_is_a_sentence(
    seal: Callable[..., Sealed], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Unreadable, match=r"small\.txt has no numbers"):
        seal(text="Nothing here.")
    with pytest.raises(Misuse, match="holds 500 files at most"):
        seal(*[Given("support", "a", b"")] * 500)
    monkeypatch.setattr(sealing, "LARGEST", 1000)
    with pytest.raises(Misuse, match="seal fewer documents together"):
        seal()


def test_the_manifest_is_json_that_any_program_reads(bundle: Sealed) -> None:
    told = msgspec.json.decode(archive.held(bundle.raw).members[NAME])
    assert told["settings"] == {"select": [], "ignore": []}
    assert told["members"][0]["path"] == "subject/1-small.txt"


def test_each_of_several_documents_is_checked_also_against_the_others(
    seal: Callable[..., Sealed], small: "Release"
) -> None:
    other = small.document.text.replace("7,219", "7,918").encode()
    made = seal(Given("subject", "form.txt", other))
    assert [one.path for one in made.manifest.members] == [
        "subject/1-small.txt",
        "subject/2-form.txt",
        "workpaper-1.json",
        "workpaper-1.html",
        "workpaper-2.json",
        "workpaper-2.html",
    ]
    assert [[each.document.name for each in one.releases] for one in made.workpapers] == [
        ["small.txt", "form.txt"],
        ["form.txt", "small.txt"],
    ]
