"""A rule's page, and the list of rules, as a terminal shows them."""

from collections.abc import Sequence

from rich.markdown import Markdown
from rich.table import Table

from tieout.reports.terminal._canvas import QUIET, Canvas, said


def page(markdown: str, width: int, *, colour: bool) -> bytes:
    """A page of markdown."""
    canvas = Canvas(min(width, 100), colour=colour)
    canvas.table(Markdown(markdown, code_theme="ansi_light", hyperlinks=False))
    return canvas.bytes()


def listing(rules: Sequence[tuple[str, str, str, str]], width: int, *, colour: bool) -> bytes:
    """Code, tick letter, name and sentence of every rule."""
    canvas = Canvas(width, colour=colour)
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    table.add_column("rule", style="bold", no_wrap=True)
    table.add_column("tick", no_wrap=True)
    table.add_column("finds")
    for code, tick, name, title in rules:
        words = said(name, "bold")
        table.add_row(code, tick, words.append_text(said(f"\n{title}", "")) if title else words)
    canvas.table(table)
    return canvas.bytes()
