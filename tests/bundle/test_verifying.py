"""Verifying: whatever was done to a bundle is named, and so is what comes out otherwise."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis.strategies import DataObject, binary, data, integers, just
from msgspec.structs import replace

from tieout.bundle import archive, manifest
from tieout.bundle.manifest import NAME
from tieout.bundle.sealing import Given, Sealed, hashed
from tieout.bundle.verifying import opened, verified
from tieout.errors import Unreadable
from tieout.rules.base import all_rules

if TYPE_CHECKING:
    from tieout.model.workpaper import Release

SUBJECT = "subject/1-small.txt"


def changed(bundle: Sealed, **members: bytes | None) -> bytes:
    """The bundle's archive written anew with other members; None leaves one out."""
    held: dict[str, bytes | None] = {**archive.held(bundle.raw).members, **members}
    return archive.written({name: content for name, content in held.items() if content is not None})


def resealed(bundle: Sealed, **members: bytes) -> bytes:
    """The same by somebody who also writes the manifest anew."""
    listed = tuple(
        replace(one, sha256=hashed(members[one.path]), size=len(members[one.path]))
        if one.path in members
        else one
        for one in bundle.manifest.members
    )
    return changed(
        bundle, **members, **{NAME: manifest.written(replace(bundle.manifest, members=listed))}
    )


def test_a_bundle_comes_out_the_same(bundle: Sealed) -> None:
    read = opened(bundle.raw)
    assert read.tampering == ()
    assert (read.sha256, read.manifest_sha256) == (hashed(bundle.raw), bundle.manifest_sha256)
    verdict = verified(read, all_rules())
    assert (verdict.status, verdict.differences, verdict.notes) == ("same", (), ())
    assert verdict.findings == len(bundle.workpapers[0].findings) > 0


def test_one_byte_changed_anywhere_is_found(bundle: Sealed) -> None:
    """Every byte that is the archive's own, and many of each member's."""
    heads = bytearray(bundle.raw)
    for content in archive.held(bundle.raw).members.values():
        at = bundle.raw.index(content)
        heads[at : at + len(content)] = b"." * len(content)
    own = [at for at, byte in enumerate(heads) if byte != ord(".")]
    assert len(own) > 500
    for at in (*own, *range(0, len(bundle.raw), 997)):
        raw = bytearray(bundle.raw)
        raw[at] ^= 1 << at % 8
        assert opened(bytes(raw)).tampering, f"byte {at}"


@given(data())
def test_whatever_is_done_to_it_is_told(bundle: Sealed, draw: DataObject) -> None:
    raw = bytearray(bundle.raw)
    tail = len(raw) - 400  # where the directory is
    for _ in range(draw.draw(integers(1, 3))):
        at = draw.draw(integers(0, 99) | integers(0, len(raw) - 1) | integers(tail, len(raw) - 1))
        end = at + draw.draw(integers(0, 60))
        raw[at:end] = draw.draw(binary(max_size=30) | just(b"PK\1\2") | just(b"\xff" * 4))
    if raw == bundle.raw:
        return
    try:
        assert opened(bytes(raw)).tampering
    except Unreadable:
        return


def test_a_byte_more_or_less_is_found(bundle: Sealed) -> None:
    for raw in (bundle.raw + b"\0", bundle.raw[:-1], bundle.raw[:-30], b"\0" + bundle.raw):
        assert opened(raw).tampering


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({SUBJECT: b"other"}, (f"{SUBJECT} is not what was sealed: its SHA-256 is another one",)),
        ({SUBJECT: None}, (f"{SUBJECT} is missing",)),
        ({"../../etc/passwd": b"root"}, ("../../etc/passwd was added",)),
    ],
)
def test_a_file_that_was_changed_left_out_or_added_is_named(
    members: dict[str, bytes | None], said: tuple[str, ...], bundle: Sealed
) -> None:
    read = opened(changed(bundle, **members))
    assert read.tampering == said
    assert verified(read, ()).status == "tampered"


def test_a_damaged_member_is_named_once(bundle: Sealed) -> None:
    raw = bundle.raw.replace(b"Gross loss", b"Gross gain", 1)
    assert opened(raw).tampering == (f"{SUBJECT} is damaged",)


def test_only_the_hash_written_down_tells_a_bundle_that_was_sealed_anew(bundle: Sealed) -> None:
    other = replace(bundle.manifest, preparer=manifest.Signed("Cy Poe", date(2026, 11, 30)))
    raw = changed(bundle, **{NAME: manifest.written(other)})
    assert opened(raw).tampering == ()
    for noted in (hashed(bundle.raw), bundle.manifest_sha256):
        assert opened(bundle.raw, noted.upper()).tampering == ()
        (said,) = opened(raw, noted).tampering
        assert said.startswith("it is not the bundle whose hash was written down")


def test_a_workpaper_that_was_rewritten_and_sealed_anew_differs(bundle: Sealed) -> None:
    paper = msgspec.json.decode(archive.held(bundle.raw).members["workpaper.json"])
    for one in paper["checks"]:
        if one["outcome"] == "differs":
            one["outcome"] = "agrees"
    raw = resealed(bundle, **{"workpaper.json": msgspec.json.encode(paper)})
    verdict = verified(opened(raw), all_rules())
    assert verdict.status == "differs"
    assert verdict.differences[0].sentence.startswith("a finding now, and not when sealed: ")


def test_a_page_that_was_rewritten_differs_and_of_another_build_is_noted(bundle: Sealed) -> None:
    raw = resealed(bundle, **{"workpaper.html": b"<p>Nothing differs.</p>"})
    drawn = "workpaper.html is not drawn as it was when sealed"
    verdict = verified(opened(raw), all_rules())
    assert (verdict.status, [one.sentence for one in verdict.differences]) == ("differs", [drawn])
    read = opened(raw)
    assert read.manifest is not None
    tool = replace(read.manifest.tool, code="0")
    verdict = verified(replace(read, manifest=replace(read.manifest, tool=tool)), all_rules())
    assert (verdict.status, len(verdict.notes), verdict.notes[1]) == ("same", 2, drawn)
    assert verdict.unproven == ("workpaper.html",)


def listing(bundle: Sealed, path: str, role: manifest.Role, content: bytes) -> bytes:
    """The bundle with one more member, by somebody who also writes the manifest anew."""
    one = manifest.Member(path, role, path, len(content), hashed(content))
    other = replace(bundle.manifest, members=(*bundle.manifest.members, one))
    return changed(bundle, **{NAME: manifest.written(other), path: content})


def test_a_workpaper_more_than_the_check_makes_differs(bundle: Sealed) -> None:
    raw = listing(bundle, "workpaper.docx", "workpaper", b"Nothing differs.")
    verdict = verified(opened(raw), all_rules())
    assert (verdict.status, [one.sentence for one in verdict.differences]) == (
        "differs",
        ["workpaper.docx is no workpaper that the check makes: nothing proves it"],
    )


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("draft", "lists 1.txt, 2.txt as draft, and sealing lists 1"),
        ("accepted", "lists 1.txt, 2.txt as accepted, and sealing lists 1"),
        ("manifest", "lists 2.txt as manifest, and sealing lists none"),
    ],
)
def test_a_member_that_sealing_never_lists_is_named(
    role: manifest.Role, said: str, seal: Callable[..., Sealed]
) -> None:
    first = manifest.Member("1.txt", role, "1.txt", 0, hashed(b""))
    made = seal()
    if role != "manifest":
        about = replace(made.manifest, members=(*made.manifest.members, first))
        made = replace(made, manifest=about, raw=listing(made, "1.txt", role, b""))
    read = opened(listing(made, "2.txt", role, b""))
    assert read.tampering == (f"{NAME} {said}",)
    assert verified(read, all_rules()).status == "tampered"


def test_other_rules_are_told(bundle: Sealed) -> None:
    verdict = verified(opened(bundle.raw), [one for one in all_rules() if one.tick != "F"])
    assert verdict.status == "differs"
    assert verdict.notes[0].startswith("rules that it was sealed with and that are none now: FT001")


def test_what_is_no_bundle_could_not_run(bundle: Sealed) -> None:
    without = changed(bundle, **{NAME: None})
    for raw in (b"", b"Revenue was $7.2 million.", archive.written({"a.txt": b"1"}), without):
        with pytest.raises(Unreadable, match="no bundle that tieout sealed"):
            opened(raw)


def test_a_manifest_that_contradicts_itself_is_told(bundle: Sealed) -> None:
    twice = replace(bundle.manifest, members=bundle.manifest.members * 2)
    said = opened(changed(bundle, **{NAME: manifest.written(twice)})).tampering
    assert f"{NAME} lists {SUBJECT} twice" in said


def test_documents_that_cannot_be_read_again_are_a_sentence(bundle: Sealed) -> None:
    raw = resealed(bundle, **{SUBJECT: b"no numbers"})
    with pytest.raises(Unreadable, match=r"cannot be checked again: small\.txt has no numbers"):
        verified(opened(raw), all_rules())


def test_of_several_workpapers_the_one_that_differs_is_named(
    seal: Callable[..., Sealed], small: "Release"
) -> None:
    made = seal(Given("subject", "form.txt", f"{small.document.text}\n".encode()))
    assert verified(opened(made.raw), all_rules()).status == "same"
    paper = msgspec.json.decode(archive.held(made.raw).members["workpaper-2.json"])
    paper["coverage"]["agrees"] = 0
    raw = resealed(made, **{"workpaper-2.json": msgspec.json.encode(paper)})
    (one,) = verified(opened(raw), all_rules()).differences
    assert one.sentence == "form.txt: 'coverage' in the JSON"


def test_without_a_document_that_was_checked_nothing_is(bundle: Sealed) -> None:
    none = tuple(replace(one, role="against") for one in bundle.manifest.members)
    raw = changed(bundle, **{NAME: manifest.written(replace(bundle.manifest, members=none))})
    assert opened(raw).tampering == (f"{NAME} does not say what was checked",)
