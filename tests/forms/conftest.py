"""A document from a string, and its lines."""

from collections.abc import Callable

import pytest

from tieout.forms.lines import Line, opening_lines
from tieout.model.document import Document
from tieout.readers import open_document

Opened = Callable[[str], tuple[Document, list[Line]]]


@pytest.fixture
def opened() -> Opened:
    """Reads a text as a plain-text document."""

    def open_text(text: str) -> tuple[Document, list[Line]]:
        document = open_document("document.txt", text.encode())
        return document, opening_lines(document)

    return open_text
