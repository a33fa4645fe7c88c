"""The page a terminal report is written on: rich, with nothing of the document interpreted."""

import io
from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.text import Text

from tieout.harmless import shown
from tieout.model.check import Ending

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
        self._console = Console(
            file=io.StringIO(),
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def put(self, piece: RenderableType, indent: int = 0, hang: int = 0) -> None:
        """A line, or anything rich can draw; a long line goes on further in, by `hang`."""
        if not isinstance(piece, Text):
            self._console.print(piece)
            return
        first, rest = self._cut(piece, self.width - indent)
        self._line(first, indent)
        for line in rest.wrap(self._console, self.width - indent - hang) if rest else ():
            self._line(line, indent + hang)

    def _cut(self, piece: Text, room: int) -> tuple[Text, Text]:
        """As many words as have room in a line, and the words after them."""
        first = piece.wrap(self._console, room)[0] if piece else piece
        end = len(first.plain.rstrip())
        words = piece.plain[end:]
        rest = piece.divide([end + len(words) - len(words.lstrip())])[-1]
        return first, rest if words.strip() else Text()

    def _line(self, line: Text, margin: int) -> None:
        """A line set in by so much."""
        line.rstrip()
        self._console.print(Text(" " * margin).append_text(line), no_wrap=True, overflow="ignore")

    def row(self, pieces: Sequence[Text]) -> None:
        """The pieces side by side, none cut in two; what has no room goes to the next line."""
        line = Text()
        for piece in pieces:
            if line.cell_len and line.cell_len + 3 + piece.cell_len > self.width:
                self.put(line)
                line = Text()
            line.append("   " if line.cell_len else "").append_text(piece)
        self.put(line)

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def title(self, words: str, style: str = "bold") -> None:
        """A heading with a rule to the page's edge."""
        self.gap()
        line = said(f"{words} ", style)
        line.append("\u2500" * max(self.width - line.cell_len, 0), QUIET)
        self._console.print(line, no_wrap=True, overflow="crop")

    def bytes(self) -> bytes:
        """Everything written, without white space at the ends of lines."""
        file = self._console.file
        assert isinstance(file, io.StringIO)
        lines = (line.rstrip() for line in file.getvalue().split("\n"))
        return "\n".join(lines).encode("utf-8", "replace")


def said(words: str, style: str = "") -> Text:
    """Words of the document or about it, made harmless to a terminal."""
    return Text(shown(words), style)
