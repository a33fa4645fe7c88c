"""The files of the lexicon: every entry says only what entries say, and can be reached."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import ValidationError

from tieout.ahead import said_in
from tieout.lexicon.canonical import canonical, normal
from tieout.lexicon.entries import (
    Entry,
    File,
    On,
    Written,
    _read,
    by_name,
    captions,
    forerunners,
    said,
)
from tieout.lexicon.labels import concept_of
from tieout.model.unit import DOLLARS, PER_SHARE, PURE, SHARES, Unit

KINDS: tuple[On, ...] = ("balance", "income", "cash", "prose")
ENTRIES = [(on, entry, written) for on in KINDS for entry, written in _read(on)]


def lines(written: Written, *keys: str) -> list[str]:
    return [caption for key in keys for caption in getattr(written, key).splitlines()]


def test_an_entry_says_only_what_entries_say() -> None:
    for _, entry, written in ENTRIES:
        assert lines(written, "captions", "printed", "said"), written.name
        assert entry.concept.side in ("debit", "credit", "")
        assert entry.concept.unit in (DOLLARS, SHARES, PER_SHARE, PURE)
        assert (written.since is not None) == bool(written.before)


def test_captions_are_written_as_captions_are_looked_up() -> None:
    for _, _, written in ENTRIES:
        for caption in lines(written, "captions", "printed", "said"):
            assert caption == normal(caption), f"write it {normal(caption)!r}"


def test_no_two_concepts_share_a_bare_caption_and_a_place() -> None:
    seen: dict[tuple[On, str, tuple[str, ...]], str] = {}
    for on, entry, written in ENTRIES:
        for caption in lines(written, "captions", "printed"):
            key = (on, canonical(caption, on), entry.within)
            assert key[1], f"{caption!r} tells nothing"
            first = seen.setdefault(key, entry.concept.name)
            assert first == entry.concept.name, f"{caption!r} on {on} means {first} as well"


@pytest.mark.parametrize("on", ["balance", "income", "cash"])
def test_every_caption_can_be_reached(on: On) -> None:
    for kind, entry, written in ENTRIES:
        if kind != on:
            continue
        for caption in lines(written, "captions", "printed"):
            found = {concept_of(caption, on, section).name for section in ("", *entry.within)}
            assert entry.concept.name in found, f"{caption!r} on {on} means {found}"


def test_a_concept_has_one_side_and_one_unit() -> None:
    seen: dict[str, tuple[str, Unit]] = {}
    for _, entry, _ in ENTRIES:
        said_before = seen.setdefault(entry.concept.name, (entry.concept.side, entry.concept.unit))
        assert said_before == (entry.concept.side, entry.concept.unit), entry.concept.name


def test_what_needs_a_section_is_asked_first() -> None:
    entries = captions("balance")[canonical("deferred revenue", "balance")]
    assert [bool(entry.within) for entry in entries] == sorted(
        (bool(entry.within) for entry in entries), reverse=True
    )


def test_names_in_prose_are_those_that_are_said() -> None:
    assert [entry.concept.name for entry in said()["cash position"]] == [
        "us-gaap:CashAndCashEquivalentsAtCarryingValue"
    ]
    assert "products" not in said()


def test_a_concept_is_known_by_its_name() -> None:
    assert isinstance(_read("balance")[0][0], Entry)
    assert by_name()["us-gaap:Assets"].instant
    assert not by_name()["us-gaap:Revenues"].instant


def test_a_late_element_names_what_was_used_before() -> None:
    since, before = forerunners()["us-gaap:TreasuryStockCommonShares"]
    assert (since, before) == (date(2022, 1, 1), "us-gaap:TreasuryStockShares")


def test_a_key_that_no_entry_has_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "few.toml"
    path.write_text('[[concept]]\nname = "Revenues"\ncaption = "revenue"\n')
    with pytest.raises(ValidationError, match="caption"):
        said_in(path, File)
