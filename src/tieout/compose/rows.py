"""Lines of a statement as rows with bars between cells: "revenue | Revenue | 7,219 | 2,946"."""

import re
from collections.abc import Callable

from tieout.patterns import pattern

_PIECES = pattern(r"\{\{[^{}]*\}\}|\\.|\||[^{\\|]+|.", re.DOTALL)
"""An expression, something escaped, a bar, or other words."""
_EXPRESSION = pattern(r"(\{\{[^{}]*\}\})")
_ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n", "'''": "\\'\\'\\'"}
_UNESCAPED = pattern(r"\\(.)", re.DOTALL)
INDENT = 2
"""Blanks that set a caption in by one level."""


def split(row: str) -> list[str]:
    """The cells of a row, blanks around them kept; bars inside an expression part nothing."""
    cells = [""]
    for piece in _PIECES.findall(row):
        if piece == "|":
            cells.append("")
        else:
            cells[-1] += piece
    return cells


def plain(cell: str) -> str:
    """The words of a cell: what was escaped, as itself."""
    return _outside(
        cell.strip(),
        lambda words: _UNESCAPED.sub(lambda one: "\n" if one[1] == "n" else one[1], words),
    )


def escaped(words: str) -> str:
    """The words as a cell holds them."""
    return _outside(words, _escape)


def _escape(words: str) -> str:
    """Words without expressions, escaped."""
    for mark, escape in _ESCAPES.items():
        words = words.replace(mark, escape)
    return words


def _outside(words: str, change: Callable[[str], str]) -> str:
    """The words with what stands outside expressions changed."""
    parts = _EXPRESSION.split(words)
    return "".join(one if place % 2 else change(one) for place, one in enumerate(parts))


def depth_of(cell: str) -> int | None:
    """How far a caption is set in, two blanks a level behind the bar's own; None where between."""
    blanks = len(cell) - len(cell.lstrip(" "))
    over = max(0, blanks - 1) if cell.strip() else 0
    return None if over % INDENT else over // INDENT


def aligned(rows: list[tuple[str, str, list[str]]]) -> str:
    """Rows of key, indented caption and cells, each column as wide as its widest."""
    keys = max((len(key) for key, _, _ in rows), default=0)
    captions = max((len(caption) for _, caption, cells in rows if cells), default=0)
    captions = min(captions, 60)
    widths: dict[int, int] = {}
    for _, _, cells in rows:
        for place, cell in enumerate(cells):
            widths[place] = max(widths.get(place, 0), len(cell))
    lines = []
    for key, caption, cells in rows:
        parts = [key.ljust(keys), caption.ljust(captions) if cells else caption]
        parts += [cell.rjust(widths[place]) for place, cell in enumerate(cells)]
        lines.append(" | ".join(parts).rstrip(" ") if not cells else " | ".join(parts))
    return "".join(f"{line}\n" for line in lines)
