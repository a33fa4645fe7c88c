"""Characters made words."""

from collections.abc import Callable

import pytest

from tieout.readers.pdf.pages import open_pages
from tieout.readers.pdf.words import Word

Make = Callable[..., bytes]
At = Callable[..., str]
REST = "Net income was as reported"


def words(raw: bytes) -> list[str]:
    (page,) = open_pages(raw)
    return [word.text for word in page.words if word.base < 200]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("[(1) -60 (,234)] TJ", ["1,234"]),  # kerned apart
        ("[(1 ) 560 (,234)] TJ", ["1,234"]),  # a blank that was typed and taken back
        ("[(1,234) -600 (5,678)] TJ", ["1,234", "5,678"]),
        ("[(of) -120 (the)] TJ", ["of", "the"]),  # a narrow blank between letters
        ("[(of ) 500 (the)] TJ", ["of", "the"]),
        (r"(\225 growth) Tj", ["\u2022", "growth"]),
    ],
)
def test_gaps_tell_words_apart(made: Make, at: At, shown: str, said: list[str]) -> None:
    line = f"BT /F1 10 Tf 1 0 0 1 50 700 Tm {shown} ET\n"
    assert words(made(line + at(50, 500, REST))) == said


def test_a_word_remembers_its_weight_and_a_typed_blank(made: Make, at: At) -> None:
    (page,) = open_pages(made(at(50, 700, "Net income", font="F2") + at(50, 600, REST)))
    bold, plain = page.words[0], page.words[2]
    assert isinstance(bold, Word)
    assert bold.face != plain.face
    assert not bold.is_apart
    assert page.words[1].is_apart


def test_words_off_the_page_are_left_out(made: Make, at: At) -> None:
    assert words(made(at(50, 900, "hidden above") + at(50, 700, "Sales") + at(50, 500, REST))) == [
        "Sales"
    ]
