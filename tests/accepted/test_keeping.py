"""Entries put into the file and taken out, with what people wrote beside them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.accepted.keeping import HEAD, Change, changed, written
from tieout.accepted.reading import Kept, read
from tieout.errors import Misuse
from tieout.harmless import on_a_line
from tieout.model.accepted import Entry

WORDS = st.text(max_size=20).map(on_a_line)
SAID = WORDS.map(lambda words: f"so {words}")


def in_order(told: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Dimensions as an entry has them."""
    return tuple(sorted(told.items()))


ENTRIES = st.builds(
    Entry,
    said=st.just("accepted"),
    document=SAID,
    rule=st.sampled_from(["FT001", "RX006"]),
    concept=WORDS,
    period=WORDS,
    dimensions=st.dictionaries(WORDS, WORDS, max_size=2).map(in_order),
    reported=SAID,
    expected=WORDS,
    operands=st.lists(WORDS, max_size=3).map(lambda told: tuple(sorted(told))),
    words=WORDS,
    occurrence=st.integers(1, 99),
    reason=SAID,
    by=SAID,
    on=st.dates(date(2000, 1, 1), date(2099, 1, 1)),
)  # fmt: skip


def entry(reported: str) -> Entry:
    """A tick of a figure printed so."""
    day = date(2026, 11, 30)
    return Entry("ticked", "acme", "", "", "", (), reported, support="contract", by="AB", on=day)


def after(text: str, change: Change) -> str:
    return changed(read("accepted.toml", text), change, "accepted.toml")


def is_of(entry: Entry) -> tuple[object, ...]:
    """What an entry speaks of, which only one does."""
    return entry.rule, entry.document, entry.reported, entry.occurrence


@given(st.lists(ENTRIES, min_size=1, max_size=4, unique_by=is_of))
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    *before, one = entries
    text = changed(Kept(), Change((), (*before, one)), "accepted.toml")
    assert read("accepted.toml", text).entries == (*before, one)
    assert text.startswith(HEAD)
    left = after(text, Change((len(before),)))
    assert read("accepted.toml", left).entries == tuple(before)


def test_what_people_wrote_beside_the_entries_stays() -> None:
    first, second = written(entry("17")), written(entry("18"))
    text = f"# Quarter of the strike.\n\n# Asked the plant.\n{first}\n# Asked HR.\n{second}"
    assert after(text, Change((), (entry("19"),))) == f"{text}\n{written(entry('19'))}"
    assert after(text, Change((0,))) == f"# Quarter of the strike.\n\n# Asked HR.\n{second}"
    assert after(text, Change((1,))).endswith(f"# Asked the plant.\n{first}")
    assert after(text, Change((0, 1))) == "# Quarter of the strike.\n"


def test_a_file_written_in_another_manner_is_written_anew() -> None:
    line = written(entry("17")).partition("\n")[2].rstrip().replace("\n", ", ")
    inline = f"ticked = [{{ {line} }}]\n"
    text = after(inline, Change((), (entry("18"),)))
    assert [one.reported for one in read("accepted.toml", text).entries] == ["17", "18"]
    assert text.startswith(HEAD)


def test_no_comment_is_lost_by_writing_a_file_anew() -> None:
    line = written(entry("17")).partition("\n")[2].rstrip().replace("\n", ", ")
    inline = f"ticked = [\n  {{ {line} }}, # Asked the plant.\n]\n"
    with pytest.raises(Misuse, match=r"line 2: this comment would be lost.* as \[\[accepted\]\]"):
        after(inline, Change((), (entry("18"),)))
    no_comment = inline.replace(" # Asked the plant.", "").replace("contract", "# 4 of contract")
    assert "# 4 of contract" in after(no_comment, Change((), (entry("18"),)))


def test_words_that_look_like_a_table_are_words() -> None:
    told = written(entry("17")).replace('"contract"', "'''contract\n[[ticked]]'''")
    with pytest.raises(Misuse, match="support has a character that nobody can see"):
        read("accepted.toml", told)


def test_no_more_is_kept_than_can_be_read() -> None:
    full = Kept(entries=tuple(entry(str(number)) for number in range(2_000)))
    with pytest.raises(Misuse, match="more than the 2,000 of one file"):
        changed(full, Change((), (entry("18"),)), "accepted.toml")
