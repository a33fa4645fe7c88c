"""Pages made of a body."""

from collections.abc import Callable

import pytest

from tieout.readers.html import read
from tieout.readers.passages import Laid


@pytest.fixture
def page() -> Callable[[str], Laid]:
    return lambda body: read(f"<html><body>{body}</body></html>".encode())
