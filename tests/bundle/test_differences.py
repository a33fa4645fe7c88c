"""What differs between a workpaper that was sealed and one made again."""

from typing import TYPE_CHECKING

import msgspec
import pytest

from tieout import __version__, engine
from tieout.bundle.differences import differences
from tieout.errors import Unreadable
from tieout.reports import report

if TYPE_CHECKING:
    from tieout.model.workpaper import Release, Workpaper


def of(text: str) -> "tuple[Workpaper, bytes]":
    workpaper = engine.check(engine.read("small.txt", text.encode()))
    return workpaper, report("json").render(workpaper)


def test_the_same_workpaper_differs_in_nothing_nor_does_another_version_s(small: "Release") -> None:
    workpaper, told = of(small.document.text)
    assert differences(told, told, workpaper, __version__) == []
    older = told.replace(b'"tieout":"', b'"tieout":"0.')
    assert older != told
    assert differences(older, told, workpaper, f"0.{__version__}") == []


def test_a_version_that_the_manifest_does_not_tell_is_told(small: "Release") -> None:
    workpaper, told = of(small.document.text)
    older = told.replace(b'"tieout":"', b'"tieout":"0.')
    (one,) = differences(older, told, workpaper, __version__)
    assert one.sentence == "'tieout' in the JSON"


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_the_same_values_in_other_bytes_are_told(version: str, small: "Release") -> None:
    workpaper, now = of(small.document.text)
    sealed = now.replace(__version__.encode(), version.encode(), 1)
    assert differences(sealed, now, workpaper, version) == []
    doubled = sealed.replace(b"{", b'{"coverage":"all agrees",', 1)
    for forged in (doubled, sealed + b"\n", sealed.replace(b":", b": ", 1)):
        (one,) = differences(forged, now, workpaper, version)
        assert one.sentence == "the same values, in other bytes of JSON than are written"


def test_what_was_found_otherwise_is_told_with_its_place(small: "Release") -> None:
    _, sealed = of(small.document.text.replace("8,343\t8,653", "8,434\t8,653"))
    workpaper, now = of(small.document.text)
    found = differences(sealed, now, workpaper, __version__)
    kinds = {one.kind for one in found}
    said = [one.sentence for one in found]
    assert {"document", "figure", "finding", "fact"} <= kinds
    assert any(
        one.startswith("\u201c8,434\u201d when sealed is \u201c8,343\u201d now (line ")
        and "row \u201cTotal operating expenses\u201d" in one
        for one in said
    )
    assert any(one.startswith("a finding when sealed, and not now: ") for one in said)
    assert any("small.txt (subject, SHA-256 " in one for one in said)


def test_an_outcome_that_was_rewritten_is_told(small: "Release") -> None:
    workpaper, now = of(small.document.text)
    paper = msgspec.json.decode(now)
    number = next(n for n, one in enumerate(paper["figures"]) if one["text"] == "12,834")
    paper["figures"][number]["outcome"] = "differs"
    (one,) = differences(msgspec.json.encode(paper), now, workpaper, __version__)
    assert one.kind == "figure"
    assert one.sentence.endswith("): differs when sealed, agrees now")


def test_what_no_figure_tells_is_told_by_its_key(small: "Release") -> None:
    workpaper, now = of(small.document.text)
    paper = msgspec.json.decode(now)
    paper["checks"][0]["formula"] = "1 + 1"
    paper["coverage"]["agrees"] = 0
    told = [
        one.sentence for one in differences(msgspec.json.encode(paper), now, workpaper, __version__)
    ]
    assert told == ["1 entry of 'checks' in the JSON", "'coverage' in the JSON"]


@pytest.mark.parametrize(
    "sealed", [b"", b"[]", b"{}", b'{"figures":[{"span":[1]}]}', b"[" * 99_999]
)
def test_what_was_sealed_may_be_no_workpaper(sealed: bytes, small: "Release") -> None:
    workpaper, now = of(small.document.text)
    with pytest.raises(Unreadable, match="no workpaper"):
        differences(sealed, now, workpaper, __version__)


def test_what_a_stranger_sealed_is_cut_to_a_sentence(small: "Release") -> None:
    workpaper, now = of(small.document.text)
    paper = msgspec.json.decode(now)
    paper["figures"].append({"span": [9**15, 9**15], "text": "9" * 5000, "outcome": "agrees"})
    (one,) = differences(msgspec.json.encode(paper), now, workpaper, __version__)
    assert len(one.sentence) <= 401
