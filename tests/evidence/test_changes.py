"""What differs between two readings of one document, by what may be asked of it."""

from pathlib import Path

from tieout.engine import read
from tieout.evidence.changes import Changes
from tieout.evidence.watched import Watched
from tieout.model.memo import afresh

EXAMPLE = Path(__file__).with_name("example-corp.txt")
SAID = "Revenue was $7.2 million, compared with $2.9 million."
TEXT = EXAMPLE.read_text("utf-8").replace("{said}", SAID)


def changes(old: str, new: str) -> Changes:
    assert TEXT.count(old) == 1
    was, now = (read("release.txt", text.encode()) for text in (TEXT, TEXT.replace(old, new)))
    return Changes(Watched((was,)), Watched((now,)), afresh)


def test_a_cell_is_of_its_statement_and_its_concept() -> None:
    found = changes("4,219", "4,519")
    keys = found.keys() or set()
    assert {("statement", 0), ("schedule", 0), ("facts", "us-gaap:GrossProfit", ())} <= keys
    assert not any(key[0] in ("claims", "prose", "frame") for key in keys if isinstance(key, tuple))
    assert found.parts() == {("statement", 0), ("table", 1)}
    assert not found.is_as_before(0)


def test_a_claim_is_of_its_sentence_and_its_concept() -> None:
    found = changes("$7.2 million", "$7.3 million")
    keys = found.keys() or set()
    assert {("claims",), ("prose",), ("told", "us-gaap:Revenues")} <= keys
    assert found.is_as_before(0)
    assert found.schedules() == {0}


def test_of_a_document_with_other_figures_everything_may_differ() -> None:
    found = changes("Announces", "Announces 12")
    assert not found.is_alike
    assert found.keys() is None
    assert not found.is_as_before(0)


def test_words_that_moved_alone_are_no_change() -> None:
    found = changes("Announces", "Announces its")
    assert found.is_alike
    assert not any(key[0] in ("statement", "claim", "facts") for key in found.keys() or set())  # type: ignore[index]
