"""What the page asks in JSON: tested as it is asked of the server, and here what is no request."""

import pytest

from tieout.errors import Misuse
from tieout.review.requested import Role, Saying, requested


def test_a_request_is_of_its_kind() -> None:
    assert requested(b'{"name": "a.txt", "role": "draft"}', Role) == Role("a.txt", "draft")


@pytest.mark.parametrize("body", [b"", b"[]", b'{"name": 1}', b'{"x": 1}', b"[" * 10_000, b"\xff"])
def test_anything_else_is_refused(body: bytes) -> None:
    with pytest.raises(Misuse, match="not asked like that"):
        requested(body, Role)


@pytest.mark.parametrize(
    ("what", "key", "which"),
    [("accept", "check", "k3"), ("tick", "figure", "f3"), ("undo", "entry", "3")],
)
def test_what_is_said_is_said_of_something(what: str, key: str, which: str) -> None:
    body = f'{{"draft": "a", "checked": 1, "what": "{what}"'.encode()
    assert requested(body + f', "{key}": 3}}'.encode(), Saying).which == which
    with pytest.raises(Misuse, match=f"of which {key}: give its number as '{key}'"):
        _ = requested(body + b"}", Saying).which
