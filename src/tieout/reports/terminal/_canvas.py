"""The page a terminal report is written on, with nothing of the document interpreted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tieout.harmless import shown
from tieout.model.check import Ending
from tieout.reports.terminal._text import Text, fitting

if TYPE_CHECKING:
    from rich.console import RenderableType

STYLES: dict[Ending, str] = {
    "agrees": "green",
    "rounds": "cyan",
    "differs": "bold red",
    "not-tested": "yellow",
    "excluded": "bright_black",
}

QUIET = "bright_black"


class Canvas:
    """Lines of styled text, collected as one string."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """An empty page of that width."""
        self.width = width
        self._colour = colour
        self._lines: list[str] = []

    def put(self, piece: Text, indent: int = 0, hang: int = 0) -> None:
        """A line; a long one goes on further in, by `hang`."""
        piece = piece.on_a_line()
        lines = list(piece.lines(self.width - indent, self.width - indent - hang))
        for number, line in enumerate(lines or [piece]):
            margin = " " * (indent + (hang if number else 0))
            self._lines.append(margin + line.drawn(colour=self._colour))

    def table(self, piece: "RenderableType") -> None:
        """Anything that rich can draw, which is loaded for it."""
        import io

        from rich.console import Console

        console = Console(
            file=io.StringIO(),
            width=self.width,
            force_terminal=self._colour,
            color_system="standard" if self._colour else None,
            no_color=not self._colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        with console.capture() as drawn:
            console.print(piece)
        self._lines += drawn.get().removesuffix("\n").split("\n")

    def row(self, pieces: Sequence[Text]) -> None:
        """The pieces side by side, none cut in two; what has no room goes to the next line."""
        line = Text()
        for piece in pieces:
            if line and line.cell_len + 3 + piece.cell_len > self.width:
                self.put(line)
                line = Text()
            line.append("   " if line else "").append_text(piece)
        self.put(line)

    def more(self, rest: int, where: str = "--output workpaper.html", indent: int = 2) -> None:
        """How many more there are and where to see them; nothing for none."""
        if rest > 0:
            self.put(said(f"and {rest:,} more: see {where}", QUIET), indent=indent)

    def gap(self) -> None:
        """An empty line."""
        self._lines.append("")

    def title(self, words: str, style: str = "bold") -> None:
        """A heading with a rule to the page's edge."""
        self.gap()
        line = said(f"{words} ", style).on_a_line()
        line.append("\u2500" * max(self.width - line.cell_len, 0), QUIET)
        line = line.cut(0, fitting(line.plain, 0, self.width))
        self._lines.append(line.drawn(colour=self._colour))

    def bytes(self) -> bytes:
        """Everything written, without white space at the ends of lines."""
        lines = (line.rstrip() for line in (*self._lines, ""))
        return "\n".join(lines).encode("utf-8", "replace")


def said(words: str, style: str = "") -> Text:
    """Words of the document or about it, made harmless to a terminal."""
    return Text(shown(words), style)
