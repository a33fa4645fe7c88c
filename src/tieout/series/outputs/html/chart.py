"""A chart of a series, drawn by pygal: SVG with no script, no style and no reference in it."""

import sys
from html import escape
from types import ModuleType
from typing import Any
from xml.etree.ElementTree import Element

from tieout.errors import Misuse
from tieout.extras import needs
from tieout.harmless import kept
from tieout.model.series import Quarter, Series
from tieout.series.outputs._words import is_rebased, provenance, scale, shown

_WIDTH, _HEIGHT = 460, 200
_TAGS = frozenset({"svg", "g", "rect", "path", "line", "text", "title"})
_ATTRIBUTES = frozenset(
    {"class", "d", "height", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2"}
)
"""What a drawing is made of; whatever else the library writes is left out."""

_DEEPEST = 32
_MOST_LABELS = 7


def chart(series: Series) -> str:
    """The chart: a bar a quarter, with its provenance as a title; raises Misuse without pygal."""
    power = scale(series)
    bars = _library().Bar(
        width=_WIDTH,
        height=_HEIGHT,
        margin=6,
        spacing=4,
        js=(),
        no_prefix=True,
        show_legend=False,
        show_minor_x_labels=False,
        show_x_guides=False,
        min_scale=3,
        max_scale=6,
        truncate_label=-1,
        no_data_text="",
        value_formatter=_ticked,
    )
    bars.x_labels = [_label(quarter) for quarter in series.quarters]
    bars.x_labels_major = _major(series)
    bars.add(series.caption, [_bar(quarter, power) for quarter in series.quarters])
    return _written(bars.render_tree(), series.caption)


def _library() -> ModuleType:
    """The library; raises Misuse where it is not installed."""
    try:
        import pygal
    except ImportError:
        raise Misuse(needs("a chart", "pygal", "charts")) from None
    # It leaves a finder that every later import trips over; what its own imports left must stay.
    sys.meta_path[:] = [finder for finder in sys.meta_path if hasattr(finder, "find_spec")]
    return pygal  # type: ignore[no-any-return]


def _label(quarter: Quarter) -> str:
    """A quarter under its bar: the first of a fiscal year stands for the year."""
    return f"FY{quarter.fiscal_year}" if quarter.number == 1 else quarter.label


def _major(series: Series) -> list[str]:
    """The quarters with a label: every fiscal year's first, fewer where there are many."""
    opening = [_label(quarter) for quarter in series.quarters if quarter.number == 1]
    step = 1 + len(opening) // _MOST_LABELS
    return opening[::step] or [_label(quarter) for quarter in series.quarters[:1]]


def _bar(quarter: Quarter, power: int) -> dict[str, Any] | None:
    """A quarter as a bar, its classes telling what it is; None where nothing is in hand."""
    value = quarter.value
    if value is None:
        return None
    told = {
        "derived": value.is_derived,
        "changed": quarter.cause == "changed",
        "adjusted": is_rebased(quarter),
    }
    return {
        "value": float(value.amount.times_power(-power).value),
        "tooltip": f"{quarter.label}: {shown(value.amount, power)} \u2014 "
        f"{provenance(value, power)}",
        "node": {"class": " ".join(["bar", *(name for name, holds in told.items() if holds)])},
    }


def _ticked(number: float) -> str:
    """A number on the axis."""
    if number == int(number):
        return f"{int(number):,}".replace("-", "\u2212")
    return f"{number:,.6g}".replace("-", "\u2212")


def _written(node: Element, title: str) -> str:
    """The drawing's own elements and attributes, with the title a reader of the page is told."""
    inner = "".join(_element(child, 1) for child in node)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(kept(title), quote=True)}, by quarter">{inner}</svg>'
    )


def _element(node: Element, depth: int) -> str:
    """An element with what is in it; empty where it is no part of the drawing."""
    name = str(node.tag).rpartition("}")[2]  # a comment has a function for a tag
    if name not in _TAGS or depth > _DEEPEST:
        return ""
    held = sorted((key, value) for key, value in node.attrib.items() if key in _ATTRIBUTES)
    attributes = "".join(f' {key}="{escape(value, quote=True)}"' for key, value in held)
    words = escape(kept(node.text), quote=False) if name in ("text", "title") and node.text else ""
    inner = words + "".join(_element(child, depth + 1) for child in node)
    if name == "g" and not inner:
        return ""
    return f"<{name}{attributes}>{inner}</{name}>"
