"""What edgartools does on pages that tieout has been measured on, in the same run."""

import importlib.metadata
import importlib.util
import re
import time
from collections.abc import Callable, Iterable

Tables = Callable[[str], object]


def edgartools() -> Tables | None:
    """A page's tables by edgartools, as data frames; None where it is not installed."""
    if importlib.util.find_spec("edgar") is None:
        return None
    from edgar.documents import parse_html

    return lambda source: [table.to_dataframe() for table in parse_html(source).tables or ()]


def beside(pages: Iterable[tuple[bytes, float]], others: Tables | None) -> list[tuple[str, ...]]:
    """MB/s and pages/s of both, and how many times as fast tieout is.

    Each page has the seconds that tieout takes; one that edgartools fails on is left out of both.
    """
    rows: list[tuple[str, ...]] = [("what", "MB/s", "pages/s", "times")]
    if others is None:
        return [*rows, ("edgartools is not installed (extra 'bench')", "–", "–", "–")]
    held: list[tuple[int, float, float]] = []
    for raw, again in pages:
        source = raw.decode("utf-8", "replace")
        if taken := min(_seconds(others, source) for _ in range(2)):
            held.append((len(raw), taken, again))
    length = sum(size for size, _, _ in held) / 1e6
    theirs, own = sum(taken for _, taken, _ in held), sum(again for _, _, again in held)
    version = re.sub(r"\s", "", importlib.metadata.version("edgartools"))

    def both(spent: float) -> tuple[str, str]:
        return f"{length / spent:.2f}", f"{len(held) / spent:.1f}"

    rows.append((f"edgartools {version}: tables to data frames", *both(theirs), "1"))
    rows.append(("tieout: read and check", *both(own), f"{theirs / own:.1f}"))
    return rows


def _seconds(function: Tables, source: str) -> float:
    """Processor seconds of one call; 0, and said, where it fails."""
    begun = time.process_time()
    try:
        function(source)
    except Exception as failure:
        print(f"edgartools fails: {type(failure).__name__}: {str(failure)[:80]}")
        return 0.0
    return time.process_time() - begun
