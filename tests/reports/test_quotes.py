"""Words around a figure: never longer than their room, never longer than a sentence is."""

from tieout.model.document import Span
from tieout.readers import open_document
from tieout.reports._quotes import excerpt_of, head, sentence_of, tail


def test_words_are_cut_between_words() -> None:
    assert head("one two three", 9) == "one two\u2026"
    assert tail("one two three", 9) == "\u2026three"
    assert head("short", 9) == tail("short", 9) == "short"


def test_a_sentence_as_long_as_a_document_is_cut() -> None:
    document = open_document("it.txt", b"Revenue " + b"and more " * 400 + b"was 5 in all.")
    span = sentence_of(document, 0)
    assert span.end - span.start <= 420
    assert len(excerpt_of(document, 0, span, 60).marked("", "")) <= 60


def test_pipes_between_cells_are_no_words() -> None:
    document = open_document("it.txt", b"Revenue | $ | 7,219 | | 2,946 |")
    whole = Span(0, len(document.text))
    assert excerpt_of(document, 0, whole, 60).marked() == "Revenue $ \u00bb7,219\u00ab 2,946"
