"""TOML that people write: its lines, its types, and the way back."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from tieout.errors import Misuse
from tieout.toml.places import comments, lines_of_keys, nearest
from tieout.toml.strict import noun, parsed
from tieout.toml.writing import key_in, value_in


class Note(Struct):
    """A noun for these tests."""

    words: str
    count: int = 0


def test_a_table_is_the_noun_it_tells() -> None:
    file = parsed("note.toml", 'words = "so be it"\ncount = 2\n', of="a note")
    assert noun(Note, file, file.table, "note") == Note("so be it", 2)


def test_what_is_wrong_is_told_with_its_line_and_what_the_file_is_of() -> None:
    file = parsed("note.toml", f'words = "no"\ncount = {10**13}\n', of="a note")
    with pytest.raises(Misuse, match="count is larger than any number of a note"):
        noun(Note, file, file.table, "note")
    with pytest.raises(Misuse, match=r"note\.toml, line 1: words dotted as no key of a note is"):
        parsed("note.toml", "a." * 50 + "a = 1", of="a note")


def test_the_line_of_a_key_is_that_of_its_table() -> None:
    lines = lines_of_keys("[[a]]\nb = 1\nc = '''\nb = 2\n'''\n[[a]]\nb = 3\n[a.d]\ne = 1\n")
    assert lines == {"a.0": 1, "a.0.b": 2, "a.0.c": 3, "a.1": 6, "a.1.b": 7, "a.1.d": 8,
                     "a.1.d.e": 9}  # fmt: skip
    assert nearest(lines, "a.1.x") == 6
    assert nearest(lines, "z") == 1


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.booleans(), max_size=4))
def test_what_is_written_reads_back(told: dict[str, object]) -> None:
    assert tomllib.loads(f"a = {value_in(told)}\n{key_in('b c')} = 1\n") == {"a": told, "b c": 1}


def test_comments_are_told_from_words_in_quotes() -> None:
    text = '# 1\na = "# \\" no" # 2\nb = \'# no\'\n'
    text += "c = '''\n# no ' ''' # 5\nd = \"\"\"\n# no\"\"\"\n#7"
    assert comments(text) == [
        (1, "# 1"), (2, "# 2"), (5, "# 5"), (8, "#7"),
    ]  # fmt: skip
