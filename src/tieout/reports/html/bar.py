"""A whole drawn as a bar of its parts."""

from collections.abc import Iterable


def bar(parts: Iterable[tuple[str, int]]) -> str:
    """The bar: each part by the name that the style sheet knows it by; its widths are SVG's."""
    drawn, start = [], 0
    for kind, count in parts:
        if count:
            drawn.append(f'<rect class="{kind}" x="{start}" width="{count}" height="1"/>')
            start += count
    return (
        f'<svg class="bar" viewBox="0 0 {max(start, 1)} 1" preserveAspectRatio="none" '
        f'aria-hidden="true">{"".join(drawn)}</svg>'
    )
