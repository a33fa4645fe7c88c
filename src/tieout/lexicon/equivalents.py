"""Which elements filers use for one another: the same caption, at the same place."""

from functools import cache
from pathlib import Path


def equivalents(name: str) -> tuple[str, ...]:
    """The other elements that filers use for lines like those of an element, by their names."""
    return _read().get(name, ())


@cache
def _read() -> dict[str, tuple[str, ...]]:
    """The file: an element a line, then those that stand for it."""
    text = Path(__file__).with_name("equivalents.txt").read_text("ascii")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {
        f"us-gaap:{name}": tuple(f"us-gaap:{other}" for other in others) for name, *others in lines
    }
