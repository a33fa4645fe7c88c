from collections.abc import Callable

import pytest

from tieout.forms.boxes import check_boxes
from tieout.forms.lines import Line
from tieout.model.document import Document

Opened = Callable[[str], tuple[Document, list[Line]]]

SENTENCE = "Written communications pursuant to Rule 425 under the Securities Act (17 CFR 230.425)"


@pytest.mark.parametrize("mark", ["[x] ", "[X]  ", "☒ ", "þ ", "ý ", "/X/ ", "(x) ", "x\t", "☑\t"])
def test_a_ticked_box(opened: Opened, mark: str) -> None:
    (box,) = check_boxes(*opened(mark + SENTENCE + "\n"))
    assert box.checked
    assert box.label == SENTENCE


@pytest.mark.parametrize(
    "mark", ["[ ] ", "☐ ", "o ", "¨ ", "- ", "", "/ / ", "[_] ", "o\t", "( ) "]
)
def test_an_empty_box(opened: Opened, mark: str) -> None:
    (box,) = check_boxes(*opened(mark + SENTENCE + "\n"))
    assert not box.checked


def test_a_mark_on_the_line_before(opened: Opened) -> None:
    (box,) = check_boxes(*opened(f"[X]\n{SENTENCE}\n"))
    assert box.checked


def test_the_sentence_may_wrap_and_its_span_is_the_whole_of_it(opened: Opened) -> None:
    # Pericom Semiconductor Corporation, Form 8-K, February 2, 2005
    text = (
        "[ ]  Pre-commencement communications pursuant to Rule 14d-2(b) under the\n"
        "     Exchange Act (17CFR 240.14d-2(b))\n"
    )
    document, lines = opened(text)
    (box,) = check_boxes(document, lines)
    assert box.span.of(document.text).endswith("(17CFR 240.14d-2(b))")
    assert box.label.endswith("under the Exchange Act (17CFR 240.14d-2(b))")


def test_a_cover_without_boxes_has_none(opened: Opened) -> None:
    assert check_boxes(*opened("FORM 8-K of 2003\n")) == ()
