"""Answers in pages, each bounded."""

import msgspec
import pytest

from tieout.assistants.paged import LARGEST_PAGE, LONGEST, cut, entry, paged
from tieout.errors import Misuse


def test_every_entry_is_on_one_page_and_no_page_is_long() -> None:
    entries = [{"number": n, "says": "x" * (n % 400)} for n in range(1000)]
    first = paged(entries, 1)
    assert first["in_all"] == 1000
    told = []
    for page in range(1, first["pages"] + 1):
        made = paged(entries, page)
        assert len(msgspec.json.encode(made["entries"])) < LARGEST_PAGE + 1000
        assert len(made["entries"]) <= 100
        told += made["entries"]
    assert told == entries


def test_a_page_that_is_none_is_a_sentence_and_nothing_is_one_page() -> None:
    assert paged([], 1) == {"entries": [], "page": 1, "pages": 1, "in_all": 0}
    with pytest.raises(Misuse, match="there is no page 2: the last is 1"):
        paged([{"a": 1}], 2)


def test_words_are_on_one_line_and_cut() -> None:
    assert cut("Net\n sales\x1b[2J\u202e\ud800") == "Net sales\ufffd[2J\ufffd\ufffd"
    assert len(cut("x" * 10_000)) == LONGEST
    assert entry(a="", b=None, c=[], d=0, e="f\n") == {"d": 0, "e": "f"}
